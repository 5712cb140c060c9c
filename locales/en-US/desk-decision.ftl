# Permissions, connections, external reports, penetration test, decision and record on the desk.

## What the special screens share

desk-screen-decision = Decision
desk-said-by = { $name }, { $moment }
desk-yes = Yes
desk-no = No

## Permissions

desk-permissions-title = { $count ->
    [0] The app requests no permission
    [one] The app requests 1 permission
   *[other] The app requests { $count } permissions
}{ $open ->
    [0] {""}
    [one] , and 1 row is open
   *[other] , and { $open } rows are open
}
desk-permissions-title-none = Nobody has listed the permissions yet
desk-permissions-lead = Each permission has to be the narrowest one that a feature of the app needs, and the app and its attestation have to list the same.
desk-permissions-lead-none = Below is what the attestation lists. List what the app itself requests, even if that is nothing.
desk-permissions-kept = { $count ->
    [one] One permission was judged too broad and is still requested: { $names }. That fails the assessment outright, whatever its points.
   *[other] { $count } permissions were judged too broad and are still requested: { $names }. That fails the assessment outright, whatever its points.
}
desk-permissions-matrix = Requested, attested, justified, implied
desk-permissions-empty = No permission is requested
desk-permissions-empty-more = The list is empty, and the attestation lists none either.
desk-permissions-count = { $count ->
    [one] 1 permission
   *[other] { $count } permissions
}
desk-permissions-name = Permission
desk-permissions-kind = Type
desk-permissions-kind-unknown = Not stated
desk-permissions-requested = Requested
desk-permissions-attested = Attested
desk-permissions-reason = Publisher's reason
desk-permissions-reason-feature = Reason: the feature that needs it
desk-permissions-reason-none = No reason
desk-permissions-reason-empty = Names no feature
desk-permissions-reason-given = Reason given
desk-permissions-implied = Given by another
desk-permissions-by = Given by
desk-permissions-narrower = Narrower choice
desk-permissions-narrowest = None
desk-permissions-narrower-none = No suggestion
desk-permissions-broad = Beyond the user's own data
desk-permissions-verdict = Verdict
desk-permissions-unjudged = Not judged
desk-permissions-judge = Judge
desk-permissions-judge-send = Record the verdict
desk-permissions-suggest = Narrower one that would do
desk-permissions-why = Why
desk-permissions-would-do = { $reason } Would do: { $narrower }.
desk-permissions-reason-needed = Too broad needs a reason. Say which feature would work with less.
desk-permissions-edit = Edit the list
desk-permissions-edit-hint = One permission a row. Rows without a name are left out. Verdicts on rows that stay are kept.
desk-permissions-line = Row
desk-permissions-save = Save the list
desk-permissions-name-fault = A name is not one of a permission. Names have letters, digits, dots, dashes and underscores, such as User.Read.
desk-permissions-import = Read the list from the app manifest
desk-permissions-manifest = Manifest of the app registration, as JSON
desk-permissions-manifest-hint = As the portal exports it, with requiredResourceAccess. It takes the place of the list; reasons of rows that stay are kept.
desk-permissions-import-send = Read the manifest
desk-permissions-import-fault = The text is no app manifest that can be read.
desk-done-permissions-list = The list of permissions is saved.
desk-done-permissions-import = The permissions were read from the manifest.
desk-done-permissions-import-part = The permissions were read from the manifest. Entries of other APIs have no known names: add them as rows.
desk-done-permissions-verdict = The verdict is recorded.

## Connections

desk-connections-title = { $count ->
    [0] The app talks to nobody outside
    [one] The app talks to 1 outside host
   *[other] The app talks to { $count } outside hosts
}{ $open ->
    [0] {""}
    [one] , and 1 is not explained yet
   *[other] , and { $open } are not explained yet
}
desk-connections-title-none = Nobody has listed the outside connections yet
desk-connections-lead = Every host that the app talks to has an owner and a purpose that an analyst understands.
desk-connections-hosts = Hosts
desk-connections-host = Host
desk-connections-owner = Owner
desk-connections-owner-microsoft = Microsoft
desk-connections-owner-own = The publisher
desk-connections-owner-third-party = A third party
desk-connections-purpose = Purpose
desk-connections-none-given = None given
desk-connections-state = State
desk-connections-explained = Explained
desk-connections-asked = Asked
desk-connections-unexplained = Not explained
desk-connections-waiting = Waits for the analyst
desk-connections-judge = Look at it
desk-connections-words = Words for the publisher
desk-connections-mark = Mark explained
desk-connections-ask = Ask the publisher
desk-connections-reason-needed = Say what is to be explained.
desk-connections-empty = No outside connection is listed
desk-connections-empty-more = List every host outside the app, or save the empty list to say that there is none.
desk-connections-edit = Edit the hosts
desk-connections-edit-hint = One host a row. Empty rows are left out. What an analyst said of a host that stays is kept.
desk-connections-line = Row
desk-connections-save = Save the hosts
desk-connections-host-fault = A row has a purpose and no host, or a host with a space in it.
desk-done-connections-list = The hosts are saved.
desk-done-connections-verdict = It is recorded.

## External reports

desk-external-title = { $count ->
    [0] No external report is handed in
    [one] { $counting ->
        [0] The external report does not count
       *[other] The external report counts
    }
   *[other] { $counting } of { $count } external reports count
}
desk-external-lead = A report on another framework may stand in for own evidence, as far as it covers a control.
desk-external-claims = The attestation claims these frameworks, and no report on them is here:
desk-external-empty = No external report
desk-external-empty-more = Without one, every control needs own evidence.
desk-external-until = Counts until
desk-external-aside = Set aside
desk-external-file = File of the report
desk-external-edition = Edition
desk-external-fact-about = About
desk-external-fact-issued = Issued on
desk-external-fact-audited = Newest audit on
desk-external-fact-period = Period began on
desk-external-fact-type = Type
desk-external-fact-level = Level
desk-external-fact-package = Package
desk-external-fact-assessor = Assessed by
desk-external-fact-covers = Covers the whole environment
desk-external-fact-reassessment = Reassessment under way
desk-external-fact-soa-rows = Rows of its statement of applicability
desk-external-about-app = The app's own environment
desk-external-about-platform = The platform that it runs on
desk-external-assessor-self = The publisher itself
desk-external-other = Another
desk-external-tick-covers = The whole environment and its processes are in its scope
desk-external-tick-reassessment = A reassessment is shown to be under way
desk-external-excluded = Items that it excludes, by id
desk-external-assessed = Items that it shows as assessed, by id; empty for all
desk-external-cover = It covers { $whole ->
    [one] 1 control
   *[other] { $whole } controls
} wholly, { $gaps ->
    [one] 1 but for gaps
   *[other] { $gaps } but for gaps
}, and for { $decides } an analyst decides.
desk-external-platform = It shows the share of the platform's provider where the hosting leaves a control to it.
desk-external-gaps = What still needs own evidence
desk-external-gap = Own evidence for
desk-external-decides = Controls for which an analyst decides
desk-external-why-aside = Why it does not count
desk-external-set-aside = Set aside
desk-external-take-back = Let it count again
desk-external-remove = Take this report back
desk-external-reason-needed = Say why the report does not count.
desk-external-from-system = Take it from one of your systems
desk-external-from-system-lead = The certificate or audit report behind a service that your system uses, as the provider publishes it today, becomes the platform’s report of this case. It is judged like any other report.
desk-external-from-system-source = Service and document
desk-external-from-system-type = Type, for a SOC report
desk-external-from-system-send = Take it
desk-external-from-system-origin = Taken from the system “{ $system }”: { $item } of { $provider }, version { $version } of its portal, on { $day }.
desk-external-from-system-judged = It is judged like any other report and approves nothing.
desk-external-from-system-missing = The system does not use this service, or the provider shows no such document.
desk-external-from-system-framework = The program knows no framework of this edition.
desk-external-from-system-lapsed = Nothing was taken: the document does not hold for this service today.
desk-external-add = Add a report
desk-external-choose = Framework
desk-external-add-send = Hand in the report
desk-external-framework-fault = The edition does not know this framework.
desk-external-issued-fault = Say on which day the report was issued.
desk-file-missing = Choose the file.
desk-file-kept = This file is here already:
desk-day-fault = A day is not in the form year, month, day, such as 2026-12-03.
desk-number-fault = A number has something else than digits in it.
desk-ids-fault = An id has letters that no id has.
desk-done-external-add = The report is handed in.
desk-done-external-remove = The report is taken back.
desk-done-external-set-aside = The report is set aside.
desk-done-external-taken-back = The report counts again.
desk-soa = Statement of applicability
desk-soa-fact = { $inside } of { $all } controls are asked of this app
desk-soa-lead = Every control of the program, whether it is asked of this app, and why.
desk-soa-domain = Domain
desk-soa-family = Family
desk-soa-control = Control
desk-soa-title = Title
desk-soa-applies = Asked
desk-soa-why = Why
desk-soa-status = Status
desk-soa-references = External references
desk-soa-none = None
desk-soa-in = in
desk-soa-out = out
desk-soa-everybody = Asked of every app.
desk-soa-status-open = Open
desk-soa-status-submitted = Handed in
desk-soa-status-revision-requested = Sent back
desk-soa-status-approved = Approved
desk-soa-status-approved-by-external = Approved by an external report
desk-soa-status-automated-pass = Shown by facts
desk-soa-status-not-applicable = Not asked
desk-soa-status-failed = Failed

## Penetration test

desk-pentest-title-none = No penetration test is booked
desk-pentest-title-requested = A penetration test is asked for
desk-pentest-title-scoped = The penetration test waits for a day
desk-pentest-title-booked = The penetration test is booked
desk-pentest-title-cancelled = The penetration test was cancelled
desk-pentest-title-reported = The report of the penetration test is here
desk-pentest-is-needed = Is a test asked for?
desk-pentest-needed = Asked for
desk-pentest-not-needed = Not asked for
desk-pentest-not-of-edition = This edition of the program asks for no penetration test.
desk-pentest-booking = Booking through the program
desk-pentest-eligible = May be booked
desk-pentest-too-early = Too early to book
desk-pentest-share = { $percent } approved: { $approved } of { $in_scope } controls. A test may be booked from { $needed } % on.
desk-pentest-days = { $count ->
    [one] 1 day
   *[other] { $count } days
}
desk-pentest-distance = { $count ->
    [0] today or past
    [one] in 1 day
   *[other] in { $count } days
}
desk-pentest-firm = Testing firm
desk-pentest-needed-days = Days of testing
desk-pentest-program-days = Paid by the program
desk-pentest-publisher-days = Paid by the publisher
desk-pentest-day-rate = Price of a day
desk-pentest-price = Price of all days
desk-pentest-publisher-price = Publisher's share
desk-pentest-currency = Currency, three letters
desk-pentest-starts = First day
desk-pentest-request = Ask for a test
desk-pentest-scoping = Days and price
desk-pentest-scope-send = Save days and price
desk-pentest-first-day = First day of the test
desk-pentest-book = Book this day
desk-pentest-new-day = New first day
desk-pentest-show-fee = Show the fee
desk-pentest-no-day = Without a firm day
desk-pentest-cancel = Cancel the test
desk-pentest-offer-move = Moving to { $day } costs { $percent } % = { $amount }
desk-pentest-offer-open = Moving without a firm day costs { $percent } % = { $amount }
desk-pentest-offer-cancel = Cancelling costs { $percent } % = { $amount }
desk-pentest-as-cancel = So close to the start, moving without a firm day is charged as cancelling.
desk-pentest-cheaper = Today, cancelling costs { $cancel } % and moving costs { $moving } %: cancelling and booking anew is cheaper.
desk-pentest-move-now = Move it for this fee
desk-pentest-cancel-now = Cancel it for this fee
desk-pentest-keep = Leave it as it is
desk-pentest-fees = What moving and cancelling cost
desk-pentest-fee-days = Days to the start
desk-pentest-fee-moving = Moving
desk-pentest-fee-cancelling = Cancelling
desk-pentest-fee-now = Now
desk-pentest-span = { $from } to { $to }
desk-pentest-span-open = { $from } and more
desk-pentest-percent = { $percent } %
desk-pentest-percent-firm = { $percent } %, with a firm new day
desk-pentest-no-charges = No fees so far.
desk-pentest-charges = Fees so far:
desk-pentest-charged-reschedule = moved, { $percent } %
desk-pentest-charged-cancel = cancelled, { $percent } %
desk-pentest-report = Report
desk-pentest-report-fine = Acceptable
desk-pentest-report-lacking = Not acceptable
desk-pentest-file = File of the report
desk-pentest-fact-firm = Testing firm
desk-pentest-fact-independent = The firm is independent of the publisher
desk-pentest-fact-method = Done by
desk-pentest-fact-ended = Test ended on
desk-pentest-fact-handed-in = Handed in on
desk-pentest-fact-covers = What was tested
desk-pentest-fact-classes = List of classes that the web test followed
desk-pentest-fact-web-on = Web test ran on
desk-pentest-fact-infrastructure-on = Infrastructure test ran on
desk-pentest-fact-digests = Digests of the code, live and copy
desk-pentest-fact-footprint = Addresses in the scope of the test
desk-pentest-fact-windows = Publisher's patch windows, in days
desk-pentest-digest-live = Digest of the live code
desk-pentest-digest-copy = Digest of the copy's code
desk-pentest-windows = Publisher's documented patch windows, in days
desk-pentest-method-manual = People
desk-pentest-method-automatic = A scanner
desk-pentest-on-production = The live environment
desk-pentest-on-uat = A copy with the same code
desk-pentest-on-fault = Say where each test ran.
desk-pentest-covers-web-authenticated = Web, signed in
desk-pentest-covers-web-anonymous = Web, not signed in
desk-pentest-covers-external = External network
desk-pentest-covers-internal = Internal network
desk-pentest-covers-segmentation = Segmentation
desk-pentest-severity-low = Low
desk-pentest-severity-medium = Medium
desk-pentest-severity-high = High
desk-pentest-severity-critical = Critical
desk-pentest-findings = Findings
desk-pentest-findings-hint = One finding a row. Rows without an id and a title are left out.
desk-pentest-no-findings = The report has no findings.
desk-pentest-finding = Finding
desk-pentest-finding-id = Id in the report
desk-pentest-finding-title = Title
desk-pentest-finding-class = Class that fails at once
desk-pentest-class-none = None of them
desk-pentest-due = Fix by
desk-pentest-no-due = No day set
desk-pentest-fixed = Fixed on
desk-pentest-state = State
desk-pentest-closed = Closed
desk-pentest-open = Open
desk-pentest-fails = Fails outright
desk-pentest-retest = Record a fix
desk-pentest-retest-send = Record it
desk-pentest-shown-by = Shown by
desk-pentest-proof-none = Nobody yet
desk-pentest-proof-firm-retest = Retest of the firm
desk-pentest-proof-own = The publisher
desk-pentest-enter = Enter the report
desk-pentest-replace = Enter a newer report
desk-pentest-report-send = Hand in the report
desk-pentest-fee-unseen = Look at the fee first.
desk-pentest-amount-fault = The price is a number with at most two decimals.
desk-pentest-currency-fault = A currency has three letters, such as EUR.
desk-pentest-firm-fault = Name the testing firm.
desk-pentest-ended-fault = Say on which day the test ended.
desk-pentest-finding-fault = A finding has no id.
desk-pentest-cvss-fault = A CVSS score is a number from 0.0 to 10.0.
desk-done-pentest-request = The test is asked for.
desk-done-pentest-scope = Days and price are saved.
desk-done-pentest-book = The test is booked.
desk-done-pentest-move = The test is moved.
desk-done-pentest-cancel = The test is cancelled.
desk-done-pentest-report = The report is handed in.
desk-done-pentest-retest = The fix is recorded.

## Decision

desk-decision-title-not-started = The case has not started
desk-decision-title-initial-documents = The initial documents are being gathered
desk-decision-title-documents-review = The initial documents are being looked at
desk-decision-title-evidence-open = Evidence is still coming in
desk-decision-title-final-review = A decision is due
desk-decision-title-decision-proposed = A decision is proposed
desk-decision-title-certified = The app is certified
desk-decision-title-rejected = The app is rejected
desk-decision-title-failed-timeout = The time ran out
desk-decision-title-withdrawn = The case was withdrawn
desk-decision-title-revoked = The certificate was revoked
desk-decision-turn-over = The case is over. Nobody has to do anything here.
desk-decision-turn-body = It is the certification body's turn.
desk-decision-turn-other = You proposed this. It is the turn of a second person to confirm it or to send it back.
desk-decision-turn-second = It is your turn: confirm the proposal or send it back.
desk-decision-turn-another = It is an analyst's turn: somebody other than the proposer confirms it.
desk-decision-turn-first = It is an analyst's turn: declare whether you have an interest, then propose a decision.
desk-decision-turn-later = Nothing is to be decided yet.
desk-decision-letter = Read the letter
desk-decision-was-returned = The last proposal was sent back:
desk-decision-preview = This is the letter that the proposal makes
desk-decision-propose-now = Propose this decision
desk-decision-not-yet = Change it
desk-decision-waiting = Proposal
desk-decision-found = The assessment of { $day } said: { $outcome }.
desk-decision-confirm = Confirm the decision
desk-decision-return = Send it back
desk-decision-return-why = Why
desk-decision-not-yours = Your role does not decide.
desk-decision-same-person = You proposed it, so somebody else has to confirm it.
desk-decision-undeclared = Declare first whether you have an interest in the outcome.
desk-decision-conflicted = You declared an interest, so somebody else has to confirm it.
desk-decision-today = What a decision today would be
desk-decision-conditions = Conditions that fail outright
desk-decision-condition = Condition
desk-decision-state = State
desk-decision-why = Why
desk-decision-nothing = Nothing stands against it.
desk-decision-domains = Domains
desk-decision-shown = { $part } of { $whole } controls shown
desk-decision-points = { $part } of { $whole } points
desk-decision-pass-mark = Pass mark { $percent } %
desk-decision-passed = Reached
desk-decision-below = Not reached
desk-decision-hidden = The program does not publish points and pass marks.
desk-decision-unseen-title = What nobody looked at yet
desk-decision-unseen-none = An analyst looked at every control that counts.
desk-decision-waits = Waits for an analyst
desk-decision-not-approved = Shown, not approved
desk-decision-interest = Your interest in the outcome
desk-decision-interest-ask = Do you have an interest in the outcome?
desk-decision-interest-none = No interest.
desk-decision-interest-conflict = There is a conflict.
desk-decision-interest-what = What it is, if there is one
desk-decision-interest-fault = Say whether you have an interest.
desk-decision-interest-words = Say what the interest is.
desk-decision-declare = Declare
desk-decision-others = What others declared
desk-decision-propose = Propose a decision
desk-decision-ruling = Decision
desk-decision-ruling-certify = Certify the app
desk-decision-ruling-reject = Reject the app
desk-decision-ruling-fault = Say what you propose.
desk-decision-words = Words for the letter
desk-decision-words-hint = The publisher reads them. A rejection needs them.
desk-decision-words-fault = A rejection needs words that the publisher reads.
desk-decision-preview-send = Preview the letter
desk-decision-unseen = Look at the proposal first.
desk-decision-revoke = Revoke the certificate
desk-decision-revoke-why = The cause; the publisher reads it
desk-done-decision-interest = Your declaration is recorded.
desk-done-decision-propose = The decision is proposed. A second person confirms it.
desk-done-decision-confirm = The decision is recorded.
desk-done-decision-return = The proposal is sent back.
desk-done-decision-revoke = The certificate is revoked.

## Decision letter

desk-letter = Decision letter
desk-letter-none = There is no letter yet
desk-letter-none-more = A letter is written when the case is decided or ends.
desk-letter-back = Back to the decision
desk-letter-print = Print
desk-letter-draft = A preview. Nothing is decided until a second person confirms the proposal.
desk-letter-foot = Certification desk, written by Attestor. The digests name exactly what was decided on; the same rules and facts give the same result.
desk-letter-heading-certified = { $app } is certified
desk-letter-heading-rejected = { $app } is not certified
desk-letter-heading-failed-timeout = The certification of { $app } ran out of time
desk-letter-heading-withdrawn = The certification of { $app } was withdrawn
desk-letter-heading-revoked = The certificate of { $app } is revoked
desk-letter-lead-certified = The certification body looked at what the publisher handed in and found that the program's requirements are met.
desk-letter-lead-rejected = The certification body looked at what the publisher handed in and found that the program's requirements are not met.
desk-letter-lead-failed-timeout = The time for the assessment ended before everything was shown. A new case may start at once.
desk-letter-lead-withdrawn = The publisher ended the case before a decision.
desk-letter-lead-revoked = The certification body took the certificate back.
desk-letter-mark-certified = Certified
desk-letter-mark-rejected = Rejected
desk-letter-mark-failed-timeout = Out of time
desk-letter-mark-withdrawn = Withdrawn
desk-letter-mark-revoked = Revoked
desk-letter-edition = { $program }, edition { $edition }
desk-letter-fact-app = App
desk-letter-fact-app-id = App id
desk-letter-fact-publisher = Publisher
desk-letter-fact-program = Program
desk-letter-fact-case = Case
desk-letter-fact-decided = Date
desk-letter-fact-certified-on = Certified on
desk-letter-fact-valid-until = Valid until
desk-letter-fact-assessed = Assessed as of
desk-letter-words = In the analyst's words
desk-letter-reasons = Reasons
desk-letter-scope = What is in scope
desk-letter-role-production = production
desk-letter-role-disaster-recovery = disaster recovery
desk-letter-role-backup = backup
desk-letter-role-support = support
desk-letter-inventory = Inventory
desk-letter-components = { $count ->
    [one] 1 component
   *[other] { $count } components
}
desk-letter-addresses = Public addresses
desk-letter-looked = What was looked at
desk-letter-looked-controls = Controls
desk-letter-looked-evidence = Evidence
desk-letter-looked-documents = Initial documents
desk-letter-looked-sample = Sample
desk-letter-looked-external = External reports
desk-letter-looked-pentest = Penetration test
desk-letter-controls = { $approved } approved of { $asked } asked
desk-letter-pieces = { $count ->
    [one] 1 piece
   *[other] { $count } pieces
}
desk-letter-documents = { $count ->
    [one] 1 document
   *[other] { $count } documents
}
desk-letter-drawn = { $count ->
    [one] 1 component drawn
   *[other] { $count } components drawn
}
desk-letter-pentest = { $firm }, ended { $ended }
desk-letter-nothing = None
desk-letter-domains = Domains
desk-letter-proposed = Proposed
desk-letter-confirmed = Confirmed by a second person
desk-letter-digests = What the decision rests on
desk-letter-digest-edition = Program edition
desk-letter-digest-case = Facts of the case
desk-letter-digest-assessment = Assessment
desk-letter-record = Act { $number } in the record of this case, with the digest
desk-letter-replay-same = Worked out again: the same assessment
desk-letter-replay-other = Worked out again: another assessment. Have the record checked.

## Record

desk-record-title = The record of the desk
desk-record-case-title = The record of { $app }
desk-record-chain = Entries 1 to { $last }, each with the digest of the one before. { $checked ->
    [one] Checked on this page: 1 entry.
   *[other] Checked on this page: { $checked } entries.
}
desk-record-chain-case = Acts 1 to { $last } of this case, each with its digest. { $checked ->
    [one] Checked on this page: 1 act.
   *[other] Checked on this page: { $checked } acts.
}
desk-record-sound = All hold
desk-record-broken = A digest does not hold
desk-record-filter = Search the record
desk-record-entries = Entries, newest first
desk-record-text = Text in kind or subject
desk-record-actor-id = Account
desk-record-kind = Kind
desk-record-from = From
desk-record-until = Until
desk-record-seek = Search
desk-record-all = Show all
desk-record-number = Number
desk-record-at = When
desk-record-actor = Who
desk-record-role = Role
desk-record-what = What
desk-record-subject = Subject
desk-record-subject-id = Subject's id
desk-record-digest = Digest
desk-record-empty = No entry
desk-record-empty-more = Nothing in the record is like this. Show all, or search for something else.
desk-record-older = Older entries
desk-record-role-publisher = Publisher
desk-record-role-analyst = Analyst
desk-record-role-lead-analyst = Lead analyst
desk-record-role-program-owner = Program owner
desk-record-role-auditor = Auditor
desk-record-role-customer-admin = Customer admin
desk-record-role-system = Platform
desk-record-role-setup = Setup
desk-record-act-open = Opened the case
desk-record-act-take-dossier = Took over a dossier
desk-record-act-describe-app = Described the app
desk-record-act-verify = Stated the publisher's verification
desk-record-act-attest = Handed in the attestation
desk-record-act-approve-attestation = Accepted the attestation's form
desk-record-act-return-attestation = Gave the attestation back
desk-record-act-consent = Accepted the terms
desk-record-act-start = Started the certification
desk-record-act-withdraw = Withdrew the case
desk-record-act-state = Made a statement
desk-record-act-set-environments = Described the environments
desk-record-act-set-connections = Described connected environments
desk-record-act-set-services = Listed outside connections
desk-record-act-set-sites = Described further sites
desk-record-act-set-footprint = Listed public addresses
desk-record-act-set-inventory = Took the inventory
desk-record-act-redraw = Drew the sample anew
desk-record-act-enlarge-sample = Enlarged the sample
desk-record-act-add-document = Added a document
desk-record-act-remove-document = Took a document back
desk-record-act-submit-documents = Handed in the documents
desk-record-act-return-documents = Gave documents back
desk-record-act-accept-documents = Accepted the documents
desk-record-act-add-evidence = Added evidence
desk-record-act-describe-evidence = Described evidence
desk-record-act-remove-evidence = Took evidence back
desk-record-act-submit-control = Handed in a control
desk-record-act-declare-not-in-place = Declared a control not in place
desk-record-act-complete-evidence = Said that all evidence is in
desk-record-act-say = Said something
desk-record-act-draft = Kept words back
desk-record-act-draft-verdict = Kept a verdict back
desk-record-act-drop-draft = Dropped a draft
desk-record-act-send-review = Sent a review
desk-record-act-judge = Judged controls
desk-record-act-resolve = Ended a thread
desk-record-act-reopen = Took a thread up again
desk-record-act-assign = Assigned the case
desk-record-act-set-permissions = Listed permissions
desk-record-act-judge-permission = Judged a permission
desk-record-act-judge-service = Judged an outside connection
desk-record-act-add-external = Handed in an external report
desk-record-act-remove-external = Took an external report back
desk-record-act-judge-external = Judged an external report
desk-record-act-request-pentest = Asked for a penetration test
desk-record-act-scope-pentest = Set days and price of the test
desk-record-act-book-pentest = Booked the test
desk-record-act-move-pentest = Moved the test
desk-record-act-cancel-pentest = Cancelled the test
desk-record-act-report-pentest = Handed in the test's report
desk-record-act-fix-finding = Recorded a fix
desk-record-act-declare-interest = Declared an interest or none
desk-record-act-propose = Proposed a decision
desk-record-act-return-proposal = Sent a proposal back
desk-record-act-confirm = Confirmed the decision
desk-record-act-time-out = Ended the case: time ran out
desk-record-act-revoke = Revoked the certificate
