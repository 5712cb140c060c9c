# What rules say, and words for the states that the engine knows.
# Keys are ids of rules and of closed lists in the core; a rule's facts are its placeables.
# Ids stand in backticks: reports show them as code and never translate them.

## Reasons: starting a certification

reason-publisher-unverified = The publisher is not verified. Finish publisher verification and record the partner id.
reason-publisher-withdrawn = The publisher's verification was withdrawn. Have it restored before a case starts.
reason-attestation-missing = There is no publisher attestation. Publish one and add its page to the dossier.
reason-attestation-undated = The attestation does not say when it was submitted. Add that day.
reason-attestation-future = The attestation is dated { $submitted }, after the day of the start. Correct the day.
reason-attestation-stale = The attestation of { $submitted } was good for starting until { $fresh_until }. Submit it anew.
reason-attestation-inconsistent = The attestation answers no to `{ $question }` and still fills in `{ $follow_up }`. Correct one of the two.
reason-consent-missing = The terms of the program are not accepted yet.
reason-other-case-open = Another case of this app has been open since { $since }. Finish or withdraw it first.
reason-recertification-too-early = The renewal can start on { $opens } at the earliest.

## Reasons: scope and sample

reason-scope-missing = No environment is described. List where each part of the app runs.
reason-recovery-site-missing = A separate disaster-recovery site exists and is not described. Add it as an environment.
reason-backup-site-missing = A remote backup site exists and is not described. Add it as an environment.
reason-inventory-missing = The environment “{ $environment }” has no component in the inventory. Add its components, or remove the environment.
reason-hosting-needs-decision = The environment “{ $environment }” has the hosting type `{ $hosting }`, which has no duties of its own. The program owner must decide first.
reason-hosting-needs-parts = The environment “{ $environment }” is `{ $hosting }`: several hosting types together. Describe each part as an environment of its own type.
reason-connection-in-scope = The connected environment “{ $name }” is in scope: { $segmentation ->
    [proved] its segmentation is proved, but it could still do harm.
    [claimed] its segmentation is claimed and not proved.
   *[none] nothing keeps it apart.
}
reason-connection-out-of-scope = The connected environment “{ $name }” is out of scope: its segmentation is { $segmentation }, and it can do no harm.
reason-connection-unexplained = The connection to `{ $host }` is not explained. Say what it is for.
reason-sample-outdated = The inventory changed after the sample was drawn. Draw anew, and record the draw with the new population { $now } and the analyst's reason.

## Reasons: initial documents

reason-document-missing = “{ $document }” is missing.
reason-document-stale = “{ $document }” is dated { $dated } and counted until { $fresh_until }. Hand in a newer one.
reason-document-undated = “{ $document }” has no date, and its age matters. Add the day it is of.
reason-document-future = “{ $document }” is dated { $dated }, a day that has not come. Correct the date.

## Reasons: whether a control is asked

reason-condition-false = Not asked of this app, because this does not hold: { $condition }
reason-condition-unknown = Counted as asked, because nobody said whether this holds: { $condition }
reason-hosting-not-applicable = Not asked where the app runs (`{ $hosting }`).
reason-hosting-provider = An accepted report on the platform shows it.
reason-platform-report-missing = The platform provider's share is not shown. Add an accepted report on the platform.

## Reasons: evidence

reason-evidence-none = Nothing was handed in.
reason-evidence-stale = Evidence `{ $item }`, captured { $captured }, counted until { $fresh_until }. Capture it again.
reason-evidence-future = `{ $item }` is said to be captured { $captured }, a day that has not come. Correct the day.
reason-evidence-kind = Evidence `{ $item }` is of the kind `{ $kind }`, which does not count here. These kinds count: { $accepted }.
reason-evidence-form = Evidence `{ $item }` comes in the form `{ $form }`, which does not count for its kind. These forms count: { $accepted }.
reason-evidence-shows = Evidence `{ $item }` does not show: { $missing }. Capture it again with all of that in view.
reason-evidence-history = Evidence `{ $item }` shows one run of a process built on { $built }. Show its history, at least two runs.
reason-evidence-sample = These sampled components are not covered: { $components }.
reason-evidence-figure-missing = No evidence states the figure `{ $figure }` (needed: { $bound }).
reason-evidence-figure-broken = Evidence `{ $item }` states { $found } for `{ $figure }` (needed: { $bound }).
reason-met-by-evidence = Shown by the evidence that was handed in.
reason-met-by-facts = Shown by the facts of the dossier.
reason-met-by-external = Shown by the accepted { $framework } report.
reason-met-by-alternative = Not needed, because an alternative is shown: { $controls }.
reason-declared-absent = The publisher declares that this is not in place: { $reason }

## Reasons: review

reason-review-failed = The analyst failed this control: { $reason }
reason-review-revision = The analyst sent this back: { $reason }
reason-review-not-applicable = The analyst took this out of scope: { $reason }

## Reasons: penetration test

reason-pentest-report-missing = A penetration test is required, and there is no report.
reason-pentest-report-stale = The test ended { $ended }, and its report had to be in by { $fresh_until }. A new test is needed.
reason-pentest-future = The test is said to end { $ended }, a day that has not come. Correct the day, or hand in the report when it is there.
reason-pentest-not-manual = The report is of an automatic scan. A test by people is needed.
reason-pentest-not-independent = It is not shown that the testing firm “{ $firm }” is independent of the publisher.
reason-pentest-incomplete = The test leaves out: { $missing }.
reason-pentest-footprint = The public address { $address } was not in the test's scope.
reason-pentest-internal = The internal network was not tested (missing: { $missing }).
reason-pentest-classes = The report does not name the list of vulnerability classes that the web test covered.
reason-pentest-segmentation = The test did not try to cross the segmentation (missing: { $missing }).
reason-pentest-environment = The { $test } test ran on a copy that is not shown to equal the live environment.
reason-pentest-fix-late = Finding `{ $finding }`, “{ $title }”, had to be fixed by { $due }.
reason-pentest-not-retested = Finding `{ $finding }`, “{ $title }”, was not retested by the testing firm.
reason-pentest-finding-open = Finding `{ $finding }`, “{ $title }”, is open, and its class fails at once: { $class }.

## Reasons: permissions

reason-permission-implied = `{ $permission }` is already given by `{ $covered_by }`. Remove it.
reason-permission-unjustified = `{ $permission }`: { $why }. Name the feature that needs it.
reason-permission-over-broad = `{ $permission }` was judged broader than the app needs. Replace or remove it.
reason-permission-difference = `{ $permission }` is { $only ->
    [requested] requested by the app and not in the attestation.
   *[attested] in the attestation and not requested by the app.
}
reason-permissions-missing = The permissions that the app requests are not listed. List them all, or give an empty list.

## Reasons: external frameworks

reason-external-accepted = The { $framework } report counts until { $until }.
reason-external-unknown = The program does not accept reports on “{ $framework }” or on that edition of it.
reason-external-type = This type of { $framework } report does not count.
reason-external-assessor = The { $framework } report does not come from an assessor who counts.
reason-external-level = The { $framework } report is not of the level that counts.
reason-external-package = The { $framework } report is not of the package that counts.
reason-external-edition-ended = Certificates to edition { $edition } of { $framework } counted until { $ended }.
reason-external-soa-rows = The statement of applicability for edition { $edition } must have { $expected } rows and has { $found }.
reason-external-scope = The { $framework } report is not shown to cover the app's environment and its processes.
reason-external-issued = The report was issued { $from } and counted until { $until }.
reason-external-period = The report's period began { $from }, and it counted until { $until }.
reason-external-age = The report is of { $from } and counted until { $until }.
reason-external-reassessment-age = The report is of { $from } and counted until { $until }, even with a reassessment under way.
reason-external-future = The report's day, { $issued }, lies in the future.
reason-external-claim-unproved = The attestation claims { $framework }, and no report on it is there.

## Reasons: decision

reason-hard-fail = { $state ->
    [fails] This condition fails outright: { $condition }.
   *[not-shown] Nothing shows yet that this condition holds: { $condition }.
}
reason-domain-below-mark = Too little is shown in the domain “{ $domain }”.
reason-timed-out = The time for evidence ended on { $deadline }. The case may start again at once.
reason-all-holds = Everything that the program asks for holds.

## Reasons about one part of a control

part-says = Part `{ $part }` ({ $about }): { $sentence }

## What a decision today would be

outcome-certifiable = Ready to certify
outcome-not-ready = Not ready
outcome-not-startable = Cannot start yet
outcome-fails = Would be rejected
outcome-timed-out = Out of time
outcome-needs-program-decision = Waits for a decision

## Where a case stands

case-state-not_started = Not started
case-state-initial_documents = Gathering initial documents
case-state-evidence_open = Open for evidence
case-state-final_review = In final review
case-state-failed_timeout = Out of time

## Where a certificate stands

certificate-state-certified = Certified
certificate-state-recertification_in_progress = Renewal in progress
certificate-state-revoked_expired = Expired
certificate-state-revoked = Revoked

## Where a control stands

state-met = Shown
state-covered-by-alternative = Covered by an alternative
state-not-applicable = Not asked
state-missing = No evidence
state-incomplete = Incomplete
state-stale = Too old
state-returned = Sent back
state-not-met = Not met

## Where a condition that fails outright stands

hard-fail-holds = Holds
hard-fail-not-shown = Not shown yet
hard-fail-fails = Fails
hard-fail-not-applicable = Not asked

## Where a document stands

document-state-present = Present
document-state-missing = Missing
document-state-stale = Too old
document-state-returned = Sent back
document-state-not-due = Not due

## Whether an external report counts

external-verdict-accepted = Counts
external-verdict-refused = Does not count

## What a step is about

step-hard-fail = Condition that fails outright
step-start = Before the start
step-scope = Scope
step-decision = Decision of the program owner
step-document = Initial document
step-mend = To mend
step-complete = To complete
step-begin = No evidence yet

## What happens on a day

due-attestation-fresh = Last day to start with this attestation
due-attestation-expires = Attestation page ends
due-deadline = Last day for evidence
due-evidence-hand-in = Last day to hand in captured evidence
due-document-fresh = Last day on which the document counts
due-external-until = Last day on which the external report counts
due-pentest-report-fresh = Last day to hand in the penetration-test report
due-finding-fix = Last day to fix a finding
due-recertification-opens = Renewal may start
due-certificate-expires = Certificate ends

## Whose move it is

party-publisher = the publisher
party-analyst = the analyst
party-owner = the program owner
party-platform = the platform
party-nobody = nobody

## Words of the case

about-app = the app
about-platform = the platform
permission-kind-delegated = delegated
permission-kind-application = application
judgment-accepted = Accepted
judgment-over-broad = Too broad
basis-stated = printed by the program
basis-stated-2022 = printed in the program's 2022 edition
basis-inferred = inferred from the program's texts
basis-proposed = proposed by this project
stratum-operating-system = Operating system
stratum-function = Function
stratum-device-type = Device type
stratum-location = Location
