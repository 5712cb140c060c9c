# The pages of the certification desk.

## What all pages have

desk-nav-cases = Cases
desk-nav-case = Parts of this case

## Something was not done

desk-not-done = This was not done
desk-kept = What you typed is still here.
desk-forbidden = Your role does not allow this.
desk-conflict = Others changed this case while you were writing. The page shows the case as it is now; look at it and send again.
desk-app-has-case = This app already has an open case. Finish or withdraw it first.

## Why something was not done. Keys are rules of the core, placeables are their facts.

desk-refused-wrong-side = This is done on the other side of the desk.
desk-refused-wrong-stage = The case is in another stage now, and this is not done there.
desk-refused-case-ended = The case is over. Nothing more can be handed in or reviewed.
desk-refused-time-over = The time for this case ended on { $deadline }.
desk-refused-time-not-over = The time for this case runs until { $deadline }, that day included.
desk-refused-not-there = “{ $id }” is not in this case.
desk-refused-not-of-edition = “{ $id }” is not one of the words of this program's edition.
desk-refused-words-missing = A text that is needed is missing. Fill it in.
desk-refused-words-too-long = A text has { $found } characters; { $most } are possible. Shorten it.
desk-refused-too-many = A list has { $found } rows; { $most } are possible.
desk-refused-twice = “{ $id }” stands in the list twice. Keep one of the two.
desk-refused-not-startable = The case cannot start yet:
desk-refused-attestation-unreviewed = The attestation waits for an analyst to accept its form.
desk-refused-documents-lacking = Documents or facts of the scope are missing:
desk-refused-nothing-handed-in = Nothing was handed in that this could rest on.
desk-refused-not-submitted = The control was not handed in for review.
desk-refused-not-shown = What was handed in does not show the control `{ $control }`:
desk-refused-not-applicable = The control `{ $control }` is not asked of this app.
desk-refused-controls-waiting = { $count ->
    [one] One control still waits for a review: { $controls }.
   *[other] { $count } controls still wait for a review: { $controls }.
}
desk-refused-already-submitted = “{ $id }” is already handed in.
desk-refused-evidence-in-use = The evidence “{ $id }” counts for the control `{ $control }`. Hand in a newer version instead of taking it away.
desk-refused-internal-not-yours = Internal notes are for the certification body. Write a shared note instead.
desk-refused-nothing-kept = Nothing is kept back, so there is nothing to send.
desk-refused-already-so = It is already so.
desk-refused-pentest-too-early = { $approved } of { $in_scope } controls are approved. A test is scoped once half of them are.
desk-refused-fee-changed = The fee is { $now } % now, not { $shown } % as you saw. Look again before you agree.
desk-refused-day-past = { $day } has passed. Choose a day to come.
desk-refused-day-future = { $day } has not come yet. Correct the day.
desk-refused-interest-undeclared = Say first whether you have an interest in the outcome.
desk-refused-interest-conflict = You declared an interest in the outcome, so somebody else has to do this.
desk-refused-same-person = A second person has to confirm what you proposed.
desk-refused-ruling-not-allowed = The assessment does not allow this decision:
desk-refused-assessment-changed = The assessment changed since you looked at it. Look again before you confirm.
desk-refused-no-proposal = No decision is proposed.
desk-refused-proposal-waiting = A proposed decision waits for the second person.

## Words of the core: stages, moves, states

desk-stage-not_started = Before the start
desk-stage-initial_documents = Initial documents
desk-stage-documents_review = Documents in review
desk-stage-evidence_open = Evidence and review
desk-stage-final_review = Final review
desk-stage-decision_proposed = Decision proposed
desk-stage-certified = Certified
desk-stage-rejected = Rejected
desk-stage-failed_timeout = Out of time
desk-stage-withdrawn = Withdrawn
desk-stage-revoked = Revoked

desk-move-attest = Hand in the attestation
desk-move-review-attestation = Review the attestation
desk-move-verify = Verify the publisher
desk-move-start = Accept the terms and start
desk-move-hand-in-documents = Hand in the initial documents
desk-move-review-documents = Review the initial documents
desk-move-decide-scope = Decide about the scope
desk-move-hand-in-evidence = Hand in evidence
desk-move-revise = Answer what was sent back
desk-move-review-controls = Review controls
desk-move-complete = Say that all evidence is in
desk-move-propose = Propose a decision
desk-move-confirm = Confirm the proposed decision
desk-move-time-out = End the case: its time ran out
desk-move-renew = Renew the certificate
desk-move-nothing = Nothing is left to do

desk-status-open = With the publisher
desk-status-submitted = In review
desk-status-revision_requested = Sent back
desk-status-approved = Approved
desk-status-approved_by_external = Approved by an external report
desk-status-automated_pass = Shown by facts
desk-status-not_applicable = Not asked
desk-status-failed = Failed

desk-pentest-stage-none = Not asked for
desk-pentest-stage-requested = Asked for
desk-pentest-stage-scoped = Days and price known
desk-pentest-stage-booked = Booked
desk-pentest-stage-cancelled = Canceled
desk-pentest-stage-reported = Report handed in

desk-party-publisher = Publisher
desk-party-analyst = Analyst
desk-party-owner = Program owner
desk-party-platform = Platform
desk-party-nobody = Nobody

desk-verdict-approved = Approved
desk-verdict-revision-requested = Revision requested
desk-verdict-failed = Failed
desk-verdict-not-applicable = Not applicable
desk-verdict-not-in-place = Not in place

desk-side-publisher = publisher
desk-side-analyst = analyst
desk-side-lead = lead analyst
desk-side-platform = platform

desk-answer-yes = Yes
desk-answer-no = No
desk-answer-na = Not applicable
desk-answer-unanswered = Not said

desk-role-production = Serves customers
desk-role-disaster-recovery = Takes over in a disaster
desk-role-backup = Keeps backups
desk-role-support = Supports the others

desk-segmentation-none = Nothing keeps it apart
desk-segmentation-claimed = Kept apart, as the publisher says
desk-segmentation-proved = Kept apart, as a test proves

desk-owner-microsoft = Microsoft
desk-owner-own = The app's publisher
desk-owner-third-party = Somebody else

## The ways between the pages of a case

desk-room-overview = Overview
desk-room-start = Start
desk-room-scope = Scope
desk-room-documents = Documents
desk-room-controls = Controls
desk-room-review = Review
desk-room-permissions = Permissions
desk-room-connections = Connections
desk-room-external = External reports
desk-room-pentest = Penetration test
desk-room-threads = Conversations
desk-room-decision = Decision
desk-room-record = Record
desk-count-there = { $count ->
    [one] one entry
   *[other] { $count } entries
}
desk-count-review = { $count ->
    [one] one waits for review
   *[other] { $count } wait for review
}
desk-count-kept = { $count ->
    [one] one kept back
   *[other] { $count } kept back
}
desk-count-open = { $count ->
    [one] one open
   *[other] { $count } open
}

## What was done to a case, in a line

desk-act-open = opened the case of { $what }
desk-act-take-dossier = took over everything from a dossier
desk-act-describe-app = described the app as { $what }
desk-act-verify = stated whether the publisher is verified
desk-act-attest = handed in the attestation
desk-act-approve-attestation = accepted the attestation for its form
desk-act-return-attestation = gave the attestation back
desk-act-consent = accepted the terms of the program
desk-act-start = started the certification
desk-act-withdraw = withdrew the case
desk-act-state = answered: { $what }
desk-act-set-environments = described the environments
desk-act-set-connections = described the connected environments
desk-act-set-services = listed the services outside the app
desk-act-set-sites = stated which further sites exist
desk-act-set-footprint = listed the public addresses
desk-act-set-inventory = handed in the inventory
desk-act-redraw = had the sample drawn anew
desk-act-enlarge-sample = enlarged the sample
desk-act-add-document = added the document “{ $what }”
desk-act-remove-document = took back the document { $what }
desk-act-submit-documents = handed in the initial documents
desk-act-return-documents = gave initial documents back
desk-act-accept-documents = accepted the initial documents; the clock runs
desk-act-add-evidence = added the evidence “{ $what }”
desk-act-describe-evidence = changed what is said of the evidence “{ $what }”
desk-act-remove-evidence = took back the evidence { $what }
desk-act-submit-control = handed in “{ $what }” for review
desk-act-declare-not-in-place = declared “{ $what }” as not in place
desk-act-complete-evidence = said that all evidence is in
desk-act-say = wrote about { $what }
desk-act-send-review = sent a review
desk-act-judge = gave a verdict on { $what }
desk-act-resolve = ended the conversation { $what }
desk-act-reopen = took up the conversation { $what } again
desk-act-assign = gave the case to { $what }
desk-act-set-permissions = listed the permissions
desk-act-judge-permission = gave a verdict on the permission { $what }
desk-act-judge-service = gave a verdict on the connection to { $what }
desk-act-add-external = handed in the report “{ $what }”
desk-act-remove-external = took back the report “{ $what }”
desk-act-judge-external = gave a verdict on the report “{ $what }”
desk-act-request-pentest = asked for a penetration test
desk-act-scope-pentest = stated days and price of the penetration test
desk-act-book-pentest = booked the penetration test
desk-act-move-pentest = moved the penetration test
desk-act-cancel-pentest = canceled the penetration test
desk-act-report-pentest = handed in the penetration-test report “{ $what }”
desk-act-fix-finding = recorded that the finding { $what } is fixed
desk-act-declare-interest = declared whether there is an interest in the outcome
desk-act-propose = proposed a decision
desk-act-return-proposal = sent the proposed decision back
desk-act-confirm = confirmed the decision
desk-act-time-out = ended the case: its time ran out
desk-act-revoke = revoked the certificate

## The dashboard of a case

desk-fact-not_started = This case has not started yet
desk-fact-initial_documents = The initial documents are being gathered
desk-fact-documents_review = The initial documents wait for the analyst
desk-fact-days-left = { $days ->
    [one] One day left to submit all evidence
   *[other] { $days } days left to submit all evidence
}
desk-fact-last-day = Today is the last day to submit evidence
desk-fact-late = The time for evidence is over
desk-fact-final-review = { $waiting ->
    [0] All evidence is in, and every control is reviewed
    [one] All evidence is in, and one control waits for review
   *[other] All evidence is in, and { $waiting } controls wait for review
}
desk-fact-decision_proposed = A decision is proposed and waits for a second person
desk-fact-certified = This app is certified
desk-fact-rejected = This app was rejected
desk-fact-failed_timeout = The time for this case ran out
desk-fact-withdrawn = The publisher withdrew this case
desk-fact-revoked = The certificate was revoked
desk-case-edition = { $title }, edition { $edition }
desk-case-analyst = analyst { $name }
desk-case-no-analyst-yet = no analyst yet
desk-case-no-analyst = This account is no analyst. Choose one of the list.
desk-case-due = window closes { $day }, 24:00 UTC
desk-case-next = Next steps
desk-case-next-none = Nothing is left to do here.
desk-case-fresh = What ends when
desk-case-fresh-none = Nothing gets too old soon.
desk-case-families = Controls by family
desk-case-family = Family
desk-case-oldest = Oldest evidence
desk-case-acts = What was done last
desk-case-team = Who works on it
desk-case-opened-by = Opened by
desk-case-nobody = Nobody
desk-case-assign = Give the case to
desk-case-assign-do = Assign
desk-case-sample-title = Sample
desk-case-sample-see = See scope and sample
desk-case-sample-none = There is no inventory yet, so there is no sample.
desk-case-sample = { $drawn ->
    [one] One component is looked at
   *[other] { $drawn } components are looked at
} out of { $all }, drawn from { $strata ->
    [one] one group of like components.
   *[other] { $strata } groups of like components.
}
desk-clock = { $length }-day window
desk-clock-approved = { $approved } of { $in_scope } controls approved
desk-clock-today = Today · day { $day }
desk-clock-day = day { $day }
desk-clock-accepted = Documents accepted
desk-clock-expected = Usually over
desk-clock-pentest = Penetration test starts
desk-clock-complete = Evidence complete
desk-clock-deadline = Deadline
desk-ring-fact = { $approved } of { $asked } controls approved
desk-ring-points = { $part } of { $whole } points ({ $share })
desk-ring-mark = Pass mark { $mark } %
desk-ring-not-asked = Not asked
desk-ring-all = All approved
desk-ring-open = { $count ->
    [one] 1 open
   *[other] { $count } open
}
desk-ring-note-back = { $count ->
    [one] One was sent back.
   *[other] { $count } were sent back.
}
desk-ring-note-failed = { $count ->
    [one] One failed.
   *[other] { $count } failed.
}
desk-ring-note-review = { $count ->
    [one] One is in review.
   *[other] { $count } are in review.
}
desk-ring-note-nothing = { $count ->
    [one] One is with the publisher.
   *[other] { $count } are with the publisher.
}
desk-family-approved = { $approved } of { $asked }
desk-family-days = { $days ->
    [one] 1 day
   *[other] { $days } days
}
desk-family-hand-in = hand in by { $day }
desk-steps-all = { $count ->
    [one] One open item
   *[other] All { $count } open items
}
desk-steps-yours = It is your move.
desk-steps-theirs = Waits for: { $who }.
desk-steps-submitted = Handed in { $day }, round { $round }.
desk-days-in = { $days ->
    [0] today
    [one] in 1 day
   *[other] in { $days } days
}
desk-days-over = { $days ->
    [one] 1 day over
   *[other] { $days } days over
}
desk-done-assigned = The case has its analyst.

## My work

desk-work-title = My work
desk-work-heading = { $count ->
    [one] One case waits for you
   *[other] { $count } cases wait for you
}
desk-work-nothing = Nothing waits for you
desk-work-empty = You are done for now.
desk-work-next = The next deadline of all is { $day }.
desk-work-no-deadline = None of your cases has a deadline.
desk-work-own = Your move
desk-work-waits = With the analyst
desk-work-waits-staff = Your cases, with the publisher
desk-work-free = Nobody's yet
desk-work-more = See all
desk-load-people = Who has how much
desk-load-stages = How old the cases are
desk-load-cases = Cases
desk-load-moves = Their move
desk-load-waiting = Controls waiting
desk-load-first-due = First due
desk-load-oldest = Oldest
desk-load-share = Share
desk-next-start = Hand in what the start needs
desk-next-look-at-start = Look at attestation and verification
desk-next-documents = Hand in the initial documents
desk-next-review-documents = Review the initial documents
desk-next-evidence = Hand in evidence and answer what was sent back
desk-next-late = End the case: its time ran out
desk-next-review = { $waiting ->
    [one] Review one control
   *[other] Review { $waiting } controls
}
desk-next-propose = Propose a decision
desk-next-confirm = Confirm the proposed decision
desk-next-renew = Renew the certificate
desk-next-nothing = Nothing is left to do

## The list of cases, and opening one

desk-cases-stage = Stage
desk-cases-move = Whose move
desk-cases-any = Any
desk-cases-all = All cases
desk-cases-own = Your cases
desk-cases-mine = Mine
desk-cases-name = Name of the app
desk-cases-open-or-over = Open or over
desk-cases-open-only = Open
desk-cases-over-only = Over
desk-cases-all-only = All
desk-cases-show = Show
desk-cases-none = No case is like this.
desk-cases-clear = Show all open cases
desk-cases-first = From the beginning
desk-cases-open-count = Open cases
desk-cases-at-publisher = With the publisher
desk-cases-at-analyst = With the analyst
desk-cases-column-case = Case
desk-cases-column-app = App
desk-cases-column-app-id = App id
desk-cases-column-publisher = Publisher
desk-cases-column-due = Due
desk-cases-column-edition = Edition
desk-cases-open = Open a case
desk-cases-open-lead = A case takes one app from its attestation to a decision. An app has one open case at a time.
desk-cases-find = Take an app of the catalog
desk-cases-find-words = Name, publisher or id
desk-cases-find-do = Search
desk-cases-find-none = The catalog has no such app. Fill in the form below.
desk-cases-find-take = Take
desk-cases-from-catalog = Name and publisher are taken from the catalog.
desk-cases-app-id = Id of the app
desk-cases-app-id-hint = The id under which it is published, such as WA104381421. May stay empty for an app that is not published yet.
desk-cases-app-name = Name of the app
desk-cases-app-publisher = Publisher, as the store shows it
desk-cases-kind = Kind of app
desk-cases-program = Program
desk-cases-organization = Organization of the publisher
desk-cases-choose = Choose
desk-cases-no-organization = Choose the publisher's organization.
desk-cases-no-program = Choose a program.
desk-cases-no-kind = Choose a kind of app from the list.
desk-done-opened = The case is open. Next: what its start needs.

## Before the start

desk-start-started = The certification started on { $day }
desk-start-open = { $count ->
    [0] Everything is ready: the certification can start
    [one] One gate is still closed
   *[other] { $count } gates are still closed
}
desk-start-gates = What the start needs
desk-start-who = Waits for:
desk-start-against = What stands against the start today
desk-start-inconsistent = Answers of the attestation do not go together
desk-start-verification = Publisher verification
desk-start-verified = Verified
desk-start-not-applicable = Cannot be asked of this app
desk-start-unverified = Not verified
desk-start-withdrawn = Verification withdrawn
desk-start-partner = Partner id { $id }
desk-start-partner-id = Partner id, for a verified publisher
desk-start-why-not = Why it cannot be asked
desk-start-partner-missing = Fill in the partner id of the verified publisher.
desk-start-why-missing = Say why publisher verification cannot be asked of this app.
desk-start-verify = Record the verification
desk-start-choose = Choose one of the answers.
desk-start-attestation = Attestation
desk-start-attestation-missing = Not handed in
desk-start-attestation-submitted = In review
desk-start-attestation-returned = Sent back
desk-start-attestation-approved = Accepted
desk-start-attested-on = Dated { $day }
desk-start-review = Review the attestation
desk-start-review-lead = Accepting says that the attestation is whole and consistent, not that it is true: that is the publisher's answer.
desk-start-approve = Accept the attestation
desk-start-return = Send it back
desk-start-return-why = What has to change
desk-start-attest = Hand in the attestation
desk-start-attest-lead = An attestation counts for the start while it is fresh. Handing one in again takes the place of the one before.
desk-start-attest-catalog = Take the current page of the catalog
desk-start-attest-page = Paste or upload a page file
desk-start-attest-answers = Answer the questions that decide what is asked of your app
desk-start-attest-do = Hand in
desk-start-page-text = The page as Markdown, with its front matter
desk-start-page-unread = This text is no page of an app with answers. Paste the whole file, front matter included.
desk-start-not-in-catalog = The catalog has no page of this app. Paste the page, or answer the questions.
desk-start-terms = Terms of the program
desk-start-terms-given = Accepted
desk-start-terms-missing = Not accepted
desk-start-terms-text = The certification body looks at what you hand in, keeps it encrypted, and deletes evidence 18 months after it was handed in. Scores and pass marks stay with the certification body. Only a certificate is published, never a failure.
desk-start-agree = I accept the terms for my organization.
desk-start-not-agreed = Tick the box to accept the terms.
desk-start-consent = Accept the terms
desk-start-begin = Start
desk-start-begin-lead = After the start you describe the scope and hand in the initial documents. The window for evidence opens when these are accepted.
desk-start-begun = Started
desk-start-ready = Ready
desk-start-later = Comes last
desk-start-do = Start the certification
desk-start-withdraw = Withdraw this case
desk-start-withdraw-lead = Withdrawing ends the case for good. A new one can be opened at any time.
desk-start-withdraw-why = Why
desk-start-withdraw-do = Withdraw the case
desk-done-start = Done. The gates below are up to date.
desk-file-into = Read from a file

## Scope and sample

desk-refused-scope-fixed = The scope was fixed with the initial documents: it can grow, and does not shrink.
desk-scope-heading = { $count ->
    [0] The scope is described
    [one] One fact of the scope is missing
   *[other] { $count } facts of the scope are missing
}
desk-scope-environments = Environments
desk-scope-connected = Connected environments
desk-scope-services = Services outside the app
desk-scope-sites = Further sites
desk-scope-recovery = Is there a separate site for disasters?
desk-scope-backup = Is there a remote site for backups?
desk-scope-footprint = Public addresses
desk-scope-footprint-hint = IP ranges, URLs and endpoints, one a line
desk-scope-statements = What only the publisher knows
desk-scope-unsay = Take back
desk-scope-inventory = Inventory
desk-scope-inventory-lead = A table (CSV) with the columns below, or a CycloneDX bill of materials in JSON. It takes the place of the inventory before.
desk-scope-inventory-text = The table or the bill of materials
desk-scope-inventory-for = Environment of components that name none (bill of materials)
desk-scope-inventory-do = Take the inventory
desk-scope-components = { $count ->
    [one] One component
   *[other] { $count } components
}
desk-scope-name = Name
desk-scope-id = Id
desk-scope-hosting = Hosting
desk-scope-for = What it is for
desk-scope-apart = How it is kept apart
desk-scope-harm = Could it do harm all the same?
desk-scope-host = Host
desk-scope-owner = Who publishes it
desk-scope-purpose = What the connection is for
desk-scope-save = Save
desk-scope-add = Add a row
desk-scope-control = Control
desk-scope-controls = { $in } controls are asked of this app, { $out } are not
desk-scope-asked = Asked
desk-scope-asked-all = Every control that is asked
desk-scope-reason = Why
desk-scope-in = Asked
desk-scope-out = Not asked
desk-scope-every-app = Asked of every app.
desk-scope-bad-id = An id has small letters, digits and hyphens. Give each environment a name or an id of that form.
desk-scope-no-hosting = Choose a type of hosting for each environment.
desk-scope-no-host = A service has a purpose and no host. Fill in its host.
desk-scope-no-form = Choose one of the forms of the page.
desk-scope-faults = { $count ->
    [one] The inventory has one fault:
   *[other] The inventory has { $count } faults, the first of them:
}
desk-sample-population = Population
desk-sample-size = Looked at
desk-sample-drawn = Drawn components
desk-sample-recorded = Recorded draw: seed { $seed }, population { $population }.
desk-sample-redrawn = Recorded draw: seed { $seed }, population { $population }. Drawn anew because: { $reason }
desk-sample-why = Why it is drawn anew
desk-sample-redraw = Draw the sample anew
desk-sample-enlarged = The sample with { $component } was enlarged to { $to }: { $reason }
desk-sample-enlarge-lead = Where the components of a sample differ, look at more of their group. Those that were drawn stay, and the publisher is asked for evidence of the further ones.
desk-sample-enlarge-group = Group
desk-sample-enlarge-option = { $key }: { $size } of { $population } drawn, with { $component }
desk-sample-enlarge-why = How they differ
desk-sample-enlarge = Enlarge the sample
desk-done-scope = Saved.

## The initial documents

desk-documents-lacking = { $count ->
    [0] All documents that are due are there
    [one] One document is still due
   *[other] { $count } documents are still due
}
desk-documents-accepted = The initial documents were accepted on { $day }
desk-documents-due = What is due
desk-documents-later = Not due for this app
desk-documents-when = Due because:
desk-documents-until = Counts until { $day }.
desk-documents-of = of
desk-documents-by = { $who }, { $day }
desk-documents-size = { $size } KB
desk-documents-back = Sent back:
desk-documents-remove = Take back
desk-documents-add = Add a file
desk-documents-add-do = Add
desk-documents-file = File
desk-documents-dated = Day it is of
desk-documents-no-kind = Choose which document it is.
desk-documents-no-day = The day has not the form of a day, such as 2026-11-22.
desk-documents-no-file = Choose a file.
desk-documents-returned = The analyst sent the documents back.
desk-documents-scope = Facts of the scope are missing, too:
desk-documents-submit-title = Hand in the documents
desk-documents-submit-lead = The analyst looks at them next. Until they come back, nothing can be added or taken away.
desk-documents-submit = Hand in the documents
desk-documents-review = Review the documents
desk-documents-accept-lead = Accepting fixes scope and sample and starts the window for evidence.
desk-documents-accept = Accept the documents
desk-documents-reason = What has to change, for all of them
desk-documents-reason-one = Why this one goes back
desk-documents-return = Send the documents back
desk-done-document = The document is there.
desk-done-document-removed = The document was taken back.
desk-done-documents-submitted = The documents are handed in. The analyst has the next move.
desk-done-documents-returned = The documents went back to the publisher.
desk-done-documents-accepted = The documents are accepted, and the window for evidence is open.
