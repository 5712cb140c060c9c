# Trust portals as everybody sees them. Days and numbers arrive in the form of the language.

## Lists
trust-title = Trust portals
trust-lead = What providers are certified for, which services that covers today, and the documents that show it.
trust-found = { $count ->
    [one] { $shown } provider
   *[other] { $shown } providers
  }
trust-none = Nobody has published a portal yet
trust-none-text = A publisher does so from its own pages here.
trust-center-lead = Certificates, reports and services in scope of { $provider }.
trust-standard-lead = { $standard } at { $provider }: services in scope, certificates, reports, questions.
trust-published = Published
trust-standards = Standards
trust-standards-none = No standard is shown yet.
trust-apps = Certified apps of this provider
trust-documents = Documents
trust-documents-lead = Some documents open after signing in, accepting an agreement, or an approval.
trust-document = Document
trust-as-data = This portal as data:
trust-attention = What needs attention

## Where an offering stands
trust-holding = { $count ->
    [one] { $shown } certificate holds
   *[other] { $shown } certificates hold
  }
trust-holding-none = No certificate holds
trust-expiring-count = { $shown } ending soon
trust-overdue = Audit overdue
trust-edition-ended = Edition ended
trust-told-overdue = { $standard }: the next audit was due by { $due }. The last one was on { $last }.
trust-told-edition = { $standard }: certificates to this edition ended on { $day }.
trust-told-expired = Certificate { $certificate } ended on { $day }.
trust-told-expiring = Certificate { $certificate } ends on { $day }.
trust-told-undated = Certificate { $certificate } names no last day. Do not rest on it.
trust-told-leaving = { $service } leaves the scope after { $day }.
trust-cycle-unknown = No audit is known.
trust-cycle-running = The last audit was on { $last }. The next one is due by { $due }.
trust-cycle-overdue = The last audit was on { $last }. The next one was due by { $due } and is overdue.

## Where a certificate stands
trust-state-future = Not yet in force
trust-state-published = Holds
trust-state-expiring = { $count ->
    [one] Ends in { $shown } day
   *[other] Ends in { $shown } days
  }
trust-state-expired = Expired
trust-state-superseded = Replaced
trust-state-withdrawn = Withdrawn
trust-state-undated = Without an end date

## Who may open a document
trust-access = Access
trust-access-public = Public
trust-access-signed-in = After signing in
trust-access-agreement = After an agreement
trust-access-approval = After approval

## Languages
trust-view = Language of the texts
trust-view-both = Side by side
trust-not-in-language = This portal is not written in your language. Its texts are shown in { $language }.
trust-not-translated = Not translated
trust-differing = { $count ->
    [one] The languages of { $shown } text on this portal disagree. It is marked.
   *[other] The languages of { $shown } texts on this portal disagree. They are marked.
  }
trust-differs-standards = Standards differ: { $source } | { $translation }
trust-differs-editions = Editions differ: { $source } | { $translation }
trust-differs-certificate-numbers = Certificate numbers differ: { $source } | { $translation }
trust-differs-numbers = Numbers differ: { $source } | { $translation }
trust-differs-services = Services differ: { $source } | { $translation }
trust-differs-links = Links differ: { $source } | { $translation }

## Sections
trust-section-overview = The standard
trust-section-position = The provider and the standard
trust-section-services = Services in scope
trust-section-certificates = Certificates
trust-section-reports = Reports
trust-section-statements = Statements of applicability
trust-section-questions = Frequently asked questions
trust-section-resources = Resources
trust-section-white-papers = White papers
trust-section-background = Background
trust-group-other = Other services
trust-watch = Watch this standard
trust-timeline = Validity and audits
trust-today = Today

## Services
trust-service = Service
trust-services-none = No service is in scope.
trust-service-group = Part of { $name }
trust-service-aliases = Also or formerly: { $name }
trust-cloud-public = for everybody
trust-cloud-government = for authorities
trust-cloud-defense = for the military
trust-cloud-sovereign = for one country
trust-scope-in = In scope
trust-scope-out = Not in scope
trust-scope-since = Since { $day }
trust-scope-from = From { $day }
trust-scope-until = Until { $day }
trust-scope-ended = Left on { $day }

## Certificates and reports
trust-look-up = Look it up at the certification body
trust-open = Open
trust-item-report = Report
trust-fact-number = Number
trust-fact-body = Certification body
trust-fact-scope = Scope
trust-fact-services = Services
trust-fact-clouds = Clouds
trust-fact-issued = Issued
trust-fact-expires = Expires
trust-fact-edition-ends = Edition ends
trust-fact-surveillance = Surveillance audits
trust-fact-kind = Kind
trust-fact-standards = Standards
trust-fact-period = Period
trust-fact-bridges = Bridges the time after
trust-report-assessment = Audit report
trust-report-soc = Report on controls
trust-report-bridge-letter = Bridge letter
trust-report-pentest-summary = Summary of a penetration test
trust-report-soa = Statement of applicability
trust-report-certificate = Certificate

## Statements of applicability
trust-statement-of = Statement of applicability of { $certificate }
trust-statement-said = { $part } of { $whole } items apply
trust-statement-full = Reasons and references stand in the full statement.
trust-statement-rows = All items
trust-row = Item
trust-row-state = State
trust-row-duty = Done by
trust-row-reason = Reason
trust-row-not-applicable = Does not apply
trust-row-done = Done
trust-row-not-done = Not done yet
trust-row-applies = Applies
trust-duty-provider = The provider
trust-duty-shared = Provider and customer
trust-duty-customer = The customer

## Reading
trust-priced = For purchase
trust-resource-mapping = Mapping
trust-resource-standard = Standard
trust-resource-case-study = Case study
trust-resource-terms = Terms
trust-resource-white-paper = White paper
trust-resource-background = Background
trust-resource-reports = More reports
trust-resource-other = More
