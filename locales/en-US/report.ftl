# What reports print around the words of the program.

## Days

report-today = today
report-in-days = { $days ->
    [one] in 1 day
   *[other] in { $days } days
}
report-days-ago = { $days ->
    [one] 1 day ago
   *[other] { $days } days ago
}
report-age = { $days ->
    [one] 1 day
   *[other] { $days } days
}
report-length-days = { $count ->
    [one] 1 day
   *[other] { $count } days
}
report-length-months = { $count ->
    [one] 1 month
   *[other] { $count } months
}
report-length-years = { $count ->
    [one] 1 year
   *[other] { $count } years
}

## Head

report-kind = Certification self-assessment
report-skip = Skip to the report
report-app-unnamed = Unnamed app
report-publisher-unnamed = Unnamed publisher
report-program = { $program }, edition { $edition }
report-as-of = As of
report-publisher = Publisher
report-app = App
report-app-id = App id
report-program-label = Program
report-title-certifiable = Ready to certify: { $shown } of { $asked } controls are shown, and nothing stands in the way
report-title-not-ready = Not ready: { $shown } of { $asked } controls are shown
report-title-not-ready-clock = Not ready: { $shown } of { $asked } controls are shown, { $days ->
    [0] and today is the last day
    [one] 1 day left
   *[other] { $days } days left
}
report-title-not-startable = Cannot start yet: { $count ->
    [one] 1 thing stands in the way
   *[other] { $count } things stand in the way
}
report-title-fails = Would be rejected: { $count ->
    [one] 1 condition fails outright
   *[other] { $count } conditions fail outright
}
report-title-fails-share = Would be rejected: only { $shown } of { $asked } controls are shown
report-title-timed-out = Out of time: { $shown } of { $asked } controls were shown
report-title-needs-decision = { $count ->
    [one] Waiting for 1 decision of the program owner
   *[other] Waiting for { $count } decisions of the program owner
}
report-why = { $count ->
    [one] Why: 1 reason
   *[other] Why: { $count } reasons
}
report-lead = { $state }. The next move is with { $party }.
report-lead-open = { $state } until { $deadline }, 24:00 UTC. The next move is with { $party }.
report-lead-late = The time for evidence ended on { $deadline }, 24:00 UTC. The next move is with { $party }.
report-lead-clock = { $state }; the window closes on { $deadline }, 24:00 UTC. The next move is with { $party }.

## The clock

report-clock = { $length }-day window
report-clock-fact = Day { $day } of { $length }, { $left ->
    [one] 1 day left
   *[other] { $left } days left
}
report-clock-late = { $left ->
    [one] Ended 1 day ago
   *[other] Ended { $left } days ago
} ({ $length } days)
report-clock-day = Day { $day }
report-clock-today = Today · day { $day }
report-clock-pending = The clock has not started
report-clock-none = The clock starts on the day on which the initial documents are accepted.
report-clock-picture = The picture shows the days that are listed below it.
report-mark-accepted = Documents accepted
report-mark-expected = Average assessment ends
report-mark-pentest = Penetration test starts
report-mark-complete = Evidence complete
report-mark-deadline = Last day for evidence

## Domains

report-domains = Domains
report-domain = Domain
report-note = What is open
report-ring-of = of { $asked }
report-ring-of-points = of points
report-ring-nothing = not asked
report-ring-fact = { $shown } of { $asked } controls shown
report-ring-points = { $part } of { $whole } points
report-ring-mark = Pass mark { $mark } %
report-ring-not-asked = Not asked
report-ring-all = All shown
report-ring-open = { $count } open
report-ring-note-nothing = { $count ->
    [one] 1 has no evidence.
   *[other] { $count } have no evidence.
}
report-ring-note-begun = { $count ->
    [one] 1 is incomplete.
   *[other] { $count } are incomplete.
}
report-ring-note-mend = { $count ->
    [one] 1 is too old or was sent back.
   *[other] { $count } are too old or were sent back.
}
report-ring-note-absent = { $count ->
    [one] 1 is not met.
   *[other] { $count } are not met.
}
report-ring-note-none = Nothing is open.

## Why, and what next

report-next = Next steps
report-no-steps = Nothing is left to do.
report-steps-count = { $count ->
    [one] 1 step
   *[other] { $count } steps
}
report-steps-rest = { $count ->
    [one] Show 1 more step
   *[other] Show { $count } more steps
}
report-more = { $count ->
    [one] and 1 more reason
   *[other] and { $count } more reasons
}
report-and-more = { $names } and { $count } more
report-upcoming = Coming up
report-hard-fails = Conditions that fail outright
report-condition = Condition
report-id = Id
report-state = State

## Controls

report-controls = Controls by family
report-family = Family
report-family-controls = Controls
report-shown = Shown
report-oldest = Oldest evidence
report-family-count = { $shown } of { $asked }
report-family-not-asked = not asked
report-cell = { $id } { $title }: { $state }
report-flag-stale = some too old
report-flag-soon = hand in by { $day }
report-details = Controls one by one
report-details-hint = Open a control for its requirement, what was found and what to hand in.
report-requirement = Requirement
report-source = Source
report-found = What was found
report-evidence = Evidence that counts
report-evidence-id = Evidence
report-file = File
report-captured = Captured
report-hand-in = What to hand in
report-kinds = These kinds of evidence count: { $kinds }.
report-or = or
report-paths = Either way is enough: { $paths }.
report-sampled = { $count ->
    [one] It must cover the 1 sampled component.
   *[other] It must cover the { $count } sampled components.
}
report-hand-in-by = Hand in what was captured by { $day }.
report-whose-move = The next move is with { $party }.
report-weight = { $points ->
    [one] Weighs 1 point
   *[other] Weighs { $points } points
}

## What was handed in

report-documents = Initial documents
report-document = Document
report-counts-until = Counts until
report-sample = Sample
report-sample-fact = { $drawn } of { $population } components drawn from { $strata ->
    [one] 1 stratum
   *[other] { $strata } strata
}.
report-sample-none = No components are in the inventory, so nothing was drawn.
report-population = Components
report-drawn = Drawn
report-drawn-ids = Drawn components
report-seed = Seed
report-inventory-digest = Digest of the inventory
report-connections = Connected environments
report-permissions = Permissions
report-permissions-requested = { $count ->
    [one] The app requests 1 permission.
   *[other] The app requests { $count } permissions.
}
report-permissions-attested = { $count ->
    [one] The attestation lists 1 permission; what the app itself requests is not in the dossier.
   *[other] The attestation lists { $count } permissions; what the app itself requests is not in the dossier.
}
report-permissions-none = The permissions of the app are not listed.
report-permission = Permission
report-permission-kind = Type
report-permission-why = Publisher's reason
report-permission-mend = Needs work
report-permission-clean = Nothing found
report-external = External reports
report-external-none = No external report was handed in.
report-framework = Framework
report-about = About
report-issued = Issued

## Calendar

report-calendar = What is due when
report-calendar-none = No day is known yet.
report-day = Day
report-distance = From today
report-what = What
report-subject = About

## How it was computed

report-how = How this was computed
report-statement = This is a self-assessment made from the publisher's own dossier. It is not a certificate and no promise of one: only the certification body decides. The same dossier, edition and day always give the same result.
report-hidden = The program does not publish points or pass marks, so this report counts controls.
report-edition-digest = Digest of the edition
report-dossier-digest = Digest of the dossier
report-assumptions = What was taken for granted
report-assumptions-none = Nothing had to be taken for granted.
report-assume-today = { $count ->
    [one] 1 piece of evidence has no day of submission and counts as handed in today.
   *[other] { $count } pieces of evidence have no day of submission and count as handed in today.
}
report-assume-seed = No draw of the sample is recorded, so the app's id is the seed.
report-proposals = Lengths of time that the current documents of the program do not print
report-rules = Rules that said something

## Terminal

report-text-more = More: --report report.html (a page to share), --format json (for scripts).
