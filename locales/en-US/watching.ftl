# What somebody watches, and notices about it.

watching-nav = Watching
watching-nav-new = Watching ({ $count })
watching-title = Watching
watching-lead = { $count ->
    [0] You have seen all notices.
    [one] There is { $count } new notice.
   *[other] There are { $count } new notices.
}
watching-notices = Notices
watching-notices-none = There are no notices. You are told here when something that you watch changes or ends.
watching-see-all = Mark all as seen
watching-new = new
watching-done-seen = All notices are marked as seen.
watching-mailed = What is new is also mailed to { $address }.
watching-mailed-not = Nothing is mailed to { $address }.
watching-mail-off = Send me no mail
watching-mail-on = Mail me what is new
watching-done-mail-off = You get no mail about notices any more.
watching-done-mail-on = What is new is mailed to you from now on.
watching-watched = What you watch
watching-watched-none = You watch nothing yet.
watching-look = Look at trust centers
watching-portal-gone = A portal that was taken back
watching-end = Stop watching
watching-kind-offering = Standard, with everything that belongs to it
watching-kind-certificate = Certificate
watching-kind-report = Report
watching-kind-statement = Statement of applicability
watching-mail-subject = { $count ->
    [one] Attestor: { $count } new notice
   *[other] Attestor: { $count } new notices
}
watching-mail-all =
    All notices, what you watch, and a way to get no more mail:
    { $address }
watching-notice-certificate-added = { $organization }: The certificate “{ $item }” is new.
watching-notice-certificate-removed = { $organization }: The certificate “{ $item }” stands in the portal no more.
watching-notice-certificate-replaced = { $organization }: The certificate “{ $item }” was replaced by a newer one.
watching-notice-certificate-withdrawn = { $organization }: The certificate “{ $item }” was withdrawn.
watching-notice-certificate-changed = { $organization }: The certificate “{ $item }” was changed.
watching-notice-report-added = { $organization }: The report “{ $item }” is new.
watching-notice-report-removed = { $organization }: The report “{ $item }” stands in the portal no more.
watching-notice-report-replaced = { $organization }: The report “{ $item }” was replaced by a newer one.
watching-notice-report-withdrawn = { $organization }: The report “{ $item }” was withdrawn.
watching-notice-report-changed = { $organization }: The report “{ $item }” was changed.
watching-notice-statement-added = { $organization }: The statement of applicability for “{ $item }” is new.
watching-notice-statement-removed = { $organization }: The statement of applicability for “{ $item }” stands in the portal no more.
watching-notice-statement-replaced = { $organization }: The statement of applicability for “{ $item }” was replaced by a newer one.
watching-notice-statement-withdrawn = { $organization }: The statement of applicability for “{ $item }” was withdrawn.
watching-notice-statement-changed = { $organization }: The statement of applicability for “{ $item }” was changed.
watching-notice-offering-added = { $organization }: “{ $item }” is new.
watching-notice-offering-removed = { $organization }: “{ $item }” stands in the portal no more.
watching-notice-offering-edition-changed = { $organization }: “{ $item }” is about another edition now.
watching-notice-offering-texts-changed = { $organization }: Words of “{ $item }” were changed.
watching-notice-certificate-expiring = { $organization }: The certificate “{ $item }” ends on { $day }.
watching-notice-certificate-expired = { $organization }: The certificate “{ $item }” ended on { $day }. Nobody can rest on it any more.
watching-notice-service-left = { $organization }: { $service } in { $cloud } left the scope of “{ $item }”; its last day was { $day }.
watching-notice-edition-ended = { $organization }: The edition of “{ $item }” ended on { $day }; certificates to it do not count any more.
watching-notice-offering-overdue = { $organization }: The next audit of “{ $item }” was due by { $day } and is late.
watching-notice-portal-withdrawn = { $organization } took its portal back.
watching-notice-link-broken = { $organization }: An address in your portal leads nowhere any more: { $address }
watching-notice-request-asked = { $organization }: Somebody asks for “{ $item }”.
watching-notice-request-granted = { $organization }: You may read “{ $item }”.
watching-notice-request-refused = { $organization }: Your request for “{ $item }” was refused.
watching-notice-request-ended = { $organization }: You may not read “{ $item }” any more; what was granted was ended.
watching-notice-system-review = Your system “{ $item }” needs review: it rests on something that does not hold any more.
watching-notice-offering-service-joins = { $has-day ->
    [yes] { $organization }: { $service } in { $cloud } joins the scope of “{ $item }” on { $day }.
   *[no] { $organization }: { $service } in { $cloud } joins the scope of “{ $item }”.
}
watching-notice-offering-service-leaves = { $has-day ->
    [yes] { $organization }: { $service } in { $cloud } leaves the scope of “{ $item }”; its last day is { $day }.
   *[no] { $organization }: { $service } in { $cloud } is not in the scope of “{ $item }” any more.
}
