# Controls, evidence and review on the desk.

## Conversations

desk-moment = { $day }, { $time } UTC
desk-threads = Conversation
desk-threads-title = { $count ->
    [0] No conversation is open
    [one] 1 conversation is open
   *[other] { $count } conversations are open
}
desk-threads-elsewhere = About parts of the case
desk-threads-counts = { $open } of { $all } open
desk-threads-none = Nothing was said yet.
desk-threads-resolved = Resolved conversations
desk-thread = Conversation
desk-thread-remarks = { $count ->
    [one] 1 remark
   *[other] { $count } remarks
}
desk-thread-outdated = Outdated: a newer version came in
desk-thread-answer = Answer
desk-thread-your-answer = Your answer
desk-thread-your-words = Your words
desk-thread-new = Begin a new conversation
desk-thread-item = It is about
desk-thread-item-none = This as a whole
desk-thread-resolve = Resolve
desk-thread-reopen = Reopen
desk-voice-publisher = Publisher
desk-voice-body = Certification body
desk-voice-platform = Platform
desk-internal = Internal
desk-shared = Shared with the publisher
desk-pending = Pending
desk-kept-back = Kept back until you send your review
desk-send-publisher = Send to publisher
desk-send-internal = Keep internal
desk-send-draft = Add to review
desk-send-analyst = Send to analyst
desk-send-hint-staff = “Send to publisher” is read by everybody who works on the case. “Keep internal” is read by the certification body only.
desk-send-hint-publisher = Everybody who works on the case reads this.
desk-words-not-sent = Your words were not sent
desk-back = Back
desk-fault-id = Something in the form has not the form of an id. Go back and try again.
desk-done-said = Sent.
desk-done-noted = Kept as an internal note. The publisher does not see it.
desk-done-words-kept = Added to your review. Nobody else sees it until you send the review.
desk-done-resolved = Resolved.
desk-done-reopened = Open again.

## Files

desk-upload-refused = “{ $name }” was not taken: { $why }. Nothing of it was kept.
desk-upload-failed = “{ $name }” could not be kept right now. Nothing of it was kept; try again in a minute.
desk-fault-form = The form did not arrive whole. Send it again.

## All controls

desk-controls = Controls
desk-control = Control
desk-controls-title = { $approved } of { $total } controls are approved, { $waiting ->
    [0] none waits
    [one] 1 waits
   *[other] { $waiting } wait
} for the analyst
desk-controls-filter = Filter the controls
desk-controls-text = Words in id, title or requirement
desk-controls-status = Status
desk-controls-domain = Domain
desk-controls-rounds = Rounds
desk-controls-fresh = Evidence
desk-controls-whose = Next move
desk-controls-pick = Pick
desk-controls-shown = { $shown } of { $total } controls
desk-controls-none = No control matches
desk-controls-none-hint = Take a filter away.
desk-controls-all = All controls
desk-any = Any
desk-choose = Choose…
desk-filter = Filter
desk-filter-clear = Clear filters
desk-control-talk = { $count ->
    [one] 1 open conversation
   *[other] { $count } open conversations
}
desk-fresh-too-old = Too old
desk-fresh-until = Counts until { $day }
desk-fresh-captured = Captured { $day }
desk-fresh-over = Counted until { $day }
desk-fresh-in-time = Handed in while it was fresh
desk-rounds = { $count ->
    [one] Handed in once
   *[other] Handed in { $count } times
}
desk-rounds-none = Never handed in
desk-batch = One verdict on several controls
desk-batch-hint = Tick controls in the lists above, then choose a verdict. All of them get the same reason, or none gets a verdict.
desk-batch-picked = ticked
desk-batch-send = Give the verdict to all that are ticked

## All evidence is in

desk-complete-title = Is all evidence in?
desk-complete-lead = Saying so hands in every control that has evidence and was not handed in yet. From then on nothing can be added, unless the analyst sends a control back.
desk-complete-open = { $count ->
    [one] One control is still with you.
   *[other] { $count } controls are still with you.
}
desk-complete-send = Say that all evidence is in
desk-done-complete = All evidence is in. The analyst has the next move.

## Verdicts

desk-verdict = Verdict
desk-judge-choose = Your verdict
desk-judge-approved = Approve
desk-judge-revision-requested = Request revision
desk-judge-not-applicable = Not applicable
desk-judge-failed = Fail
desk-judge-external = Accept external report
desk-judge-report = Report to accept
desk-judge-now = Give the verdict now
desk-reason = Reason
desk-reason-hint = The publisher reads it. Only an approval needs none.
desk-draft-drop = Drop
desk-done-judged = The verdict is given.
desk-done-judged-several = The verdicts are given.
desk-done-verdict-kept = Added to your review. The publisher sees it when you send the review.
desk-done-dropped = Dropped.
desk-fault-verdict = Choose a verdict.
desk-fault-external = Choose the external report to accept.
desk-fault-none-ticked = Tick at least one control.

## One control

desk-control-title = { $title }: { $status }
desk-control-weight = Weight: { $points }
desk-whose-move = Next move:
desk-before = Previous
desk-after = Next
desk-asks = What is asked
desk-parts = Parts
desk-part-shown = Shown
desk-part-open = Not shown yet
desk-ways = These together suffice: { $ways }
desk-or = or
desk-source = Source
desk-scope-why = Why it is asked, or not
desk-scope-always = It is asked of every app.
desk-scope-condition = Asked because this holds: { $condition }
desk-duty-applies = { $environment } ({ $hosting }): the publisher shows it.
desk-duty-provider = { $environment } ({ $hosting }): an accepted report on the platform shows it.
desk-duty-split = { $environment } ({ $hosting }): the publisher shows its part, a report on the platform the rest.
desk-duty-not-applicable = { $environment } ({ $hosting }): not asked.
desk-by-facts = The facts of the case decide this control. No evidence is handed in for it.
desk-kinds = What counts as evidence
desk-kind-age = Counts { $length } from its capture
desk-form-shows = { $form } that shows { $shows }
desk-bound-most = { $figure }: at most { $bound }
desk-bound-least = { $figure }: at least { $bound }
desk-bound-one-of = { $figure }: one of { $bound }
desk-bound-age = { $figure }: a day not more than { $bound } ago
desk-sample-summary = { $covered } of { $total } sampled components are covered
desk-covered = Covered
desk-not-covered = Not covered
desk-lacks = What is lacking today
desk-lacks-nothing = Nothing is lacking
desk-lack-of-part = { $part }: { $words }

## What publishers say

desk-submit-title = Hand in
desk-submit = Hand in for review
desk-resubmit = Hand in anew
desk-submit-note = What changed, for the analyst
desk-submit-waits = It waits for the analyst (round { $round }).
desk-submit-done = Nothing has to be handed in.
desk-submit-later = Evidence can be gathered now. It is handed in for review once the initial documents are accepted.
desk-absent = This is not in place
desk-absent-hint = The control counts as not met. You can take this back by handing in evidence for it.
desk-absent-send = Declare not in place
desk-done-submitted = Handed in for review.
desk-done-declared = Declared not in place.

## Evidence

desk-evidence = Evidence
desk-evidence-none = No evidence yet
desk-evidence-none-hint = Drop a file below, or paste a screenshot.
desk-version = Version { $number }
desk-older = Earlier versions
desk-piece-kind = Kind
desk-piece-captured = Captured
desk-piece-parts = For
desk-piece-components = Components
desk-piece-shows = Shows
desk-piece-figures = States
desk-piece-process = Process
desk-piece-others = Also for
desk-piece-newer = Newer version
desk-piece-remove = Take back
desk-piece-describe = Correct what is said of it
desk-piece-describe-send = Save
desk-process = built { $day }, { $runs ->
    [one] 1 run shown
   *[other] { $runs } runs shown
}
desk-preview = Preview
desk-preview-of = Preview of
desk-download = Download
desk-offer = Add evidence
desk-offer-drop = Drop files here
desk-offer-drop-hint = Several at once, or paste a screenshot with Ctrl+V. An upload that is cut goes on where it stopped.
desk-offer-pick = Choose files
desk-offer-limit = Up to { $size } MiB each
desk-offer-file = File
desk-offer-taken = The file is there already:
desk-offer-kind = Kind
desk-offer-form = Form
desk-offer-captured = Captured on
desk-offer-shows = What can be seen on it
desk-offer-shows-hint = A screenshot counts only if all of it is in view.
desk-offer-parts = What it is for
desk-offer-parts-hint = Nothing ticked means the whole control.
desk-offer-gap = Gap of the external report: { $gap }
desk-offer-components = Sampled components it was taken from
desk-offer-further = Further components, by id
desk-offer-more = Process and further components
desk-offer-built = Process built on
desk-offer-runs = Runs shown
desk-offer-replaces = Newer version of
desk-offer-replaces-none = A new piece
desk-offer-send = Add evidence
desk-done-evidence = The evidence is added. Hand the control in when all is there.
desk-done-described = Saved.
desk-done-removed = Taken back.
desk-fault-no-file = Choose a file.
desk-fault-kind = Choose the kind of evidence.
desk-fault-form-of-evidence = Choose the form in which it comes.
desk-fault-captured = Say on which day it was captured.
desk-fault-built = The day on which the process was built is no day.
desk-fault-runs = The number of runs is a whole number.
desk-fault-component = Components are named by their ids, with commas between.
desk-js-sending = Sending
desk-js-there = The file is there. Say what it is and add it.
desk-js-cut = The connection was cut. It goes on by itself.
desk-js-again = Try again
desk-js-cancel = Cancel
desk-js-cancelled = Cancelled
desk-js-added = Added
desk-js-screenshot = screenshot

## Review mode

desk-review = Review
desk-review-begin = Review one by one
desk-review-empty = Queue is empty
desk-review-empty-hint = No control waits for you.
desk-review-rest = Look through the rest
desk-review-page = Full page of this control
desk-review-waiting = { $count ->
    [0] No control waits
    [one] 1 control waits
   *[other] { $count } controls wait
}
desk-review-place = { $place } of { $total } that wait
desk-review-not-waiting = Does not wait ({ $total } do)
desk-review-pending = Pending ({ $count })
desk-review-pending-none = Nothing is kept back.
desk-review-outdated = Newer evidence came in
desk-review-send = Send the review
desk-review-send-hint = All of it takes effect at once. The publisher sees nothing of it before.
desk-review-kept-hint = Verdicts are kept back until you send the review.
desk-done-review-sent = The review is sent.
desk-keys = Keys
desk-keys-on = Single keys are on
desk-keys-comment = Comment
desk-keys-evidence = Jump to evidence
desk-keys-help = This list
