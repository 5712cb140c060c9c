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
