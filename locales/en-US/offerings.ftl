# The portal of the own organization: drafts, findings, publishing, versions.

offerings-nav = My portal
offerings-title = My portal
offerings-lead = What your organization shows of its standards, certificates and reports. Nothing is seen by others before you publish it.
offerings-nav-label = Parts of the portal
offerings-nav-portal = Portal
offerings-nav-documents = Documents
offerings-nav-agreement = Agreement
offerings-nav-requests = Requests
offerings-nav-downloads = Downloads
offerings-not-done = This was not done
offerings-nothing-kept = Nothing was kept, and what is published stays as it is.
offerings-published = Published
offerings-published-lead = Version { $number }, published on { $day }.
offerings-published-none = Nothing is published. Send a page or files below.
offerings-count-offerings = { $count ->
    [one] { $count } standard
   *[other] { $count } standards
}
offerings-count-services = { $count ->
    [one] { $count } service
   *[other] { $count } services
}
offerings-count-certificates = { $count ->
    [one] { $count } certificate
   *[other] { $count } certificates
}
offerings-count-reports = { $count ->
    [one] { $count } report
   *[other] { $count } reports
}
offerings-count-statements = { $count ->
    [one] { $count } statement of applicability
   *[other] { $count } statements of applicability
}
offerings-look = See it as others do
offerings-withdraw = Take the portal back
offerings-withdraw-lead = Nobody sees the portal any more, and everybody who watches it is told. The versions are kept.
offerings-draft = Draft
offerings-draft-lead = Version { $number }, made of { $source } by { $by }.
offerings-draft-files = See the version
offerings-findings-none = Nothing was found that you would have to accept.
offerings-findings = { $count ->
    [one] { $count } finding to accept
   *[other] { $count } findings to accept
}
offerings-findings-lead = Mend them and send the files again, or tick each one that is to stay. What you accept is kept in the record.
offerings-source-only = only the source:
offerings-translation-only = only the translation:
offerings-accept-all = All of the findings above
offerings-publish = Publish
offerings-discard = Discard the draft
offerings-changes = What changes
offerings-changes-none = Nothing is different.
offerings-changes-more = { $count ->
    [one] { $count } more difference is not shown; the files have it.
   *[other] { $count } more differences are not shown; the files have them.
}
offerings-facts = What is different
offerings-taken = { $count ->
    [one] { $count } entry that the page does not tell
   *[other] { $count } entries that the page does not tell
}
offerings-taken-stays = { $list } { $id } stays as it is.
offerings-taken-filled = { $list } { $id } keeps { $facts }.
offerings-taken-gone = { $list } { $id } is gone: the page does not tell of it any more.
offerings-new = Send a new version
offerings-new-lead = A page comes on top of what is published and keeps what a page does not tell, such as days of certificates. Files in YAML alone say everything that the portal says.
offerings-field-files = Files
offerings-field-files-hint = Pages (.md), files (.yaml) or both in a ZIP archive.
offerings-field-text = Or the text itself
offerings-send = Make a draft
offerings-fault-form = The form could not be read, or is too large. Send it again, as a ZIP archive if it has many files.
offerings-fault-outdated = This is not the draft any more: another one came, or it was published or discarded. Look at the page as it is now.
offerings-fault-not-accepted = { $count ->
    [one] { $count } finding is not accepted yet. Tick it, or mend it and send the files again.
   *[other] { $count } findings are not accepted yet. Tick them, or mend them and send the files again.
}
offerings-done-draft = The draft is there. Look at what was found and at what changes.
offerings-done-published = Published. Everybody who watches is told.
offerings-done-discarded = The draft was discarded.
offerings-done-withdrawn = The portal was taken back.
offerings-about-standards = The languages disagree about standards
offerings-about-editions = The languages disagree about editions
offerings-about-certificate-numbers = The languages disagree about numbers of certificates
offerings-about-numbers = The languages disagree about numbers
offerings-about-services = The languages disagree about services
offerings-about-links = The languages disagree about links
offerings-met-not-in-form = The line is not in the form of these pages and is kept as it is: { $about }
offerings-met-pair-disagrees = The two halves of a pair have different ids: { $about }
offerings-met-text-twice = The id of a text stands twice; the second one has another now: { $about }
offerings-met-no-standard = The title names no standard with its number
offerings-met-no-provider = The page names no provider
offerings-met-no-section = The page has no section about { $about }
offerings-met-service-not-in-scope = A service is named here and is not in scope on the page: { $about }
offerings-met-no-service = No service in scope is named by { $about }
offerings-apart-added = New:
offerings-apart-removed = Gone:
offerings-apart-changed = Different:
offerings-list-providers = provider
offerings-list-standards = standard
offerings-list-editions = edition
offerings-list-clouds = cloud
offerings-list-services = service
offerings-list-bodies = certification body
offerings-list-offerings = offering
offerings-list-certificates = certificate
offerings-list-reports = report
offerings-list-statements = statement of applicability
offerings-list-questions = question
offerings-list-resources = resource
offerings-list-systems = system
offerings-list-texts = text
offerings-list-pages = page
offerings-versions-title = Versions
offerings-versions-all = All versions
offerings-versions-none = There is no version yet.
offerings-versions-older = Older versions
offerings-version-title = Version { $number }
offerings-column-number = Version
offerings-column-state = State
offerings-column-source = Made of
offerings-column-made = Made
offerings-column-published = Published
offerings-accepted = findings accepted
offerings-state-draft = Draft
offerings-state-published = Published
offerings-state-superseded = Superseded
offerings-state-discarded = Discarded
offerings-state-withdrawn = Withdrawn
offerings-files = To take along
offerings-file-zip = All files, as a ZIP archive
offerings-file-yaml = Everything in one YAML file
offerings-file-page = The page
offerings-digest = Digest of what it says
offerings-against = Compared with version { $number }
offerings-against-nothing = Compared with nothing: it is the first
offerings-against-label = Compare with version
offerings-against-show = Compare
offerings-links-title = Links
offerings-links-lead = Every address in your published portal is tried about once a day. Nothing is taken out of the portal.
offerings-links-all = Addresses
offerings-links-none = There is no address in what is published.
offerings-link-works = works
offerings-link-broken = broken
offerings-link-unclear = unclear
offerings-link-untried = not tried yet
offerings-link-since = failing since
offerings-link-checked = tried on
offerings-link-why-no-host = there is no machine of this name
offerings-link-why-private = it leads into a private network
offerings-link-why-redirects = it leads on too many times
offerings-link-why-scheme = it leads out of the web
offerings-link-why-form = it is not in the form of addresses
offerings-link-why-timeout = no answer in time
offerings-link-why-connect = the machine was not reached
offerings-link-why-failed = the answer broke off
