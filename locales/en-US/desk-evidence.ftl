# Controls, evidence and review on the desk.

## Conversations

desk-moment = { $day }, { $time } UTC
desk-threads = Conversation
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
desk-side-publisher = Publisher
desk-side-body = Certification body
desk-side-platform = Platform
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
