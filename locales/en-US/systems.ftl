# Systems and what they inherit from providers. Numbers and days arrive in the form of the language, or
# as counts that choose between singular and plural.

systems-nav = Systems
systems-title = Systems
systems-lead = What your systems use of certified services, what you may rest on, and what stays yours.
systems-none = There is no system yet
systems-none-more = Make one, choose the services that it uses, and see control by control who does what.
systems-new = A new system
systems-name = Name of the system
systems-make = Make the system
systems-column-system = System
systems-column-changed = Changed
systems-services-count = { $count ->
    [one] { $count } service
   *[other] { $count } services
 }
systems-not-done = Nothing was changed
systems-said-kept = It is kept.
systems-said-ended = The system has ended. The record keeps what it was.

## One system
systems-about = { $framework } on { $day }
systems-framework = Framework
systems-on = Day
systems-show = Show
systems-waits = { $count ->
    [one] { $count } control needs review.
   *[other] { $count } controls need review.
 }
systems-waits-more = You were covered, and are not any more, or nobody can tell. Look at the reasons below, and cover the controls yourself or choose another service.
systems-looked = I looked at them: what is not given is ours
systems-approves-nothing = Nothing here approves a control. Whoever decides about it still does, and what you run yourself stays yours to show.
systems-controls = Controls
systems-controls-none = No control is of this kind
systems-filter = Which controls
systems-families = Which family
systems-share-all = All
systems-share-inherited = Inherited
systems-share-shared = Shared
systems-share-customer = Yours
systems-share-needs-review = Needs review
systems-share-lacks = Lacks your text
systems-more-inherited = the provider does it
systems-more-shared = both do it
systems-more-lacks = shared, and not written down
systems-more-customer = with evidence of your own
systems-more-needs-review = was covered before
systems-column-control = Control
systems-column-title = Title
systems-column-share = Who does it
systems-column-own = Your own part
systems-column-why = Why
systems-column-certificates = Certificates
systems-own = What you do yourself
systems-own-write = Write your part
systems-own-change = Change your part
systems-own-keep = Keep
systems-more = Rename or end this system
systems-rename = Rename
systems-end = End this system
systems-end-more = Nobody sees the system any more. The record keeps that it was here.

## Why
systems-why-provider-does = The certificate covers it, and its statement says that the provider does it alone.
systems-why-both-do = The certificate covers it, and nobody says that the provider does it alone.
systems-why-other-edition = The statement is of another edition, which asks only in part for the same.
systems-why-customer-does = The statement says that you do it.
systems-why-no-statement = The certificate has no statement of applicability here.
systems-why-no-row = The statement says nothing of it.
systems-why-not-applicable = The statement says that it does not apply to the provider.
systems-why-not-implemented = The statement says that it is not done.
systems-why-not-covered = No certificate covers the service in this cloud.
systems-why-not-yet-valid = The certificate does not hold yet, or names no last day.
systems-why-left-scope = The service has left the scope of the certificate.
systems-why-certificate-expired = The certificate is over.
systems-why-expired-on = The certificate ended on { $day }.
systems-why-certificate-withdrawn = The certificate was taken back, or a newer one took its place.
systems-why-portal-withdrawn = The provider does not publish a portal any more.
systems-why-no-service = No service is chosen.

## The picture
systems-picture-title = Who covers what
systems-picture-lead = Your system on top, what it stands on below. A bar is a family of controls; the numbers say how many of it are covered. A control of your system is covered only as far as by the service that covers it least.
systems-picture-own = your system
systems-picture-label = A system over { $services ->
    [one] { $services } service
   *[other] { $services } services
 }: { $inherited } controls inherited, { $shared } shared, { $review } to review, { $customer } its own.
systems-picture-cell = { $inherited } inherited, { $shared } shared, { $review } to review, { $customer } own
systems-picture-more = { $count ->
    [one] { $count } more service is in the table.
   *[other] { $count } more services are in the table.
 }
systems-picture-table = The same as a table
systems-picture-layer = Layer

## Services
systems-services = Services it uses
systems-uses-none = No service is chosen yet
systems-uses-none-more = Without a service every control is yours.
systems-uses-gone = no longer published
systems-uses-remove = Remove
systems-choose-title = Choose services
systems-choose-lead = Services from all published portals. Whether a certificate covers them is shown with the system.
systems-choose-done = Back to the system
systems-choose-name = Name
systems-choose-provider = Provider
systems-choose-any = All providers
systems-choose-show = Show
systems-choose-shown = { $count ->
    [one] { $count } service, { $shown } shown.
   *[other] { $count } services, { $shown } shown.
 }
systems-choose-none = No service fits
systems-choose-none-more = Look for fewer letters, or for another provider.
systems-choose-used = used
systems-choose-add = Add

## What it covers of another framework
systems-cover-title = What you already have
systems-cover-lead = What the inherited and shared controls cover of another framework.
systems-cover-sum = { $whole } covered whole, { $together } by several together, { $part } in part, { $open } open.
systems-cover-item = Item
systems-cover-extent = Covered
systems-cover-by = By
systems-extent-whole = whole
systems-extent-together = together
systems-extent-part = in part
systems-extent-open = open

## Refusals
systems-fault-outdated = Somebody changed the system meanwhile. Here it is as it is now; do it again.
systems-fault-name = A system has a name of 1 to { $most } letters in one line.
systems-fault-service = No published portal offers “{ $service }” in this cloud.
systems-fault-control = The framework has no control “{ $control }”.
systems-fault-too-many-services = A system uses at most { $most } services.
systems-fault-twice = The system uses “{ $service }” already.
systems-fault-too-many-texts = A system has at most { $most } own texts.
systems-fault-text = Your part of “{ $control }” has at most { $most } letters.
systems-fault-form = The form is not in its form; load the page again.
