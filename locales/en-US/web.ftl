# The pages of the site. What stands in backticks or is a name is never translated.
# Numbers and days arrive already in the form of the language.

## Every page
web-skip = Skip to the content
web-nav-label = Main
web-nav-catalog = Catalog
web-nav-permissions = Permissions
web-nav-publishers = Publishers
web-nav-app-ids = App registrations
web-nav-trust = Trust
web-search-label = Search apps
web-language-label = Language
# Shown in its own language to readers whose browser asks for it.
web-language-offer = Read this page in English
web-theme = Dark colors
web-crumb-label = Where you are
web-home = Home
web-feed-title = Changes in the catalog
web-foot-declared = Answers are declared by publishers. Only what bears the seal was checked by an analyst.
web-foot-feed = Changes as a feed
web-foot-api = API description
web-on-this-page = On this page
web-print = Print
web-first = From the beginning
web-next = Next

## The front page
web-home-title = Know what an app does before you let it in
web-home-lead = Publishers answer what their apps hold and who may see it. Analysts check the evidence. Read both here, in your language.
web-home-search = Name, publisher, permission …
web-home-find = Find apps
web-home-apps = Apps
web-home-certified = Certified
web-home-permissions = Permissions asked for
web-home-publishers = Publishers
web-home-newest = Newest answers
web-home-all = All apps, newest first
web-home-empty = The catalog is empty. `attestor catalog import DIR` fills it, `attestor demo` shows an example.
web-door-check = Check an app
web-door-check-text = Which data it stores, which standards it follows, which permissions it asks for, and what nobody answered.
web-door-trust = Rest on certificates
web-door-trust-text = What providers are certified for, which services that covers today, and the documents behind it.
web-door-compare = Compare and follow
web-door-compare-text = Up to four apps side by side, every version of every answer, and a feed of what changed.
web-door-build = Build on it
web-door-build-text = Every page as data: lists as CSV, XLSX and JSON, a REST API with its description.

## The catalog
web-catalog-title = Catalog of apps
web-catalog-description = Apps for business, with what their publishers declare about data, security and privacy, and what was checked.
web-facets = Filters
web-facets-apply = Show apps
web-facet-tier = Assurance
web-facet-host-product = Works in
web-facet-stores-data = Stores customer data
web-facet-hosting = Hosting
web-facet-framework = Standard or law
web-facet-permission = Permission
web-facet-freshness = Last change
web-facet-publisher = Publisher
web-facet-more = { $count } more
web-tier-attested = Attested by the publisher
web-tier-certified = Certified
web-fresh-within_3_months = Within 3 months
web-fresh-within_12_months = Within 12 months
web-fresh-older = Older
web-fresh-unknown = Unknown
web-product-excel = Excel
web-product-onenote = OneNote
web-product-outlook = Outlook
web-product-powerpoint = PowerPoint
web-product-project = Project
web-product-sharepoint = SharePoint
web-product-teams = Teams
web-product-word = Word
web-chosen = Chosen filters
web-remove = remove
web-remove-all = Remove all filters
web-remove-one = Remove “{ $filter }”
web-found = { $count ->
    [one] { $shown } app
   *[other] { $shown } apps
  }
web-range = { $first }–{ $last } of { $total }
web-no-match = No app matches.
web-no-match-hint = Fewer words or fewer filters find more.
web-sort = Order
web-sort-relevance = Best match
web-sort-name = Name
web-sort-newest = Newest
web-compare-pick = Compare
web-compare-go = Compare the chosen apps

## An app
web-app-title = { $app } by { $publisher }
web-app-description = What the publisher of { $app } declares about data, security, compliance and privacy.
web-app-updated = Last changed by the publisher:
web-stale = Not confirmed for more than a year
web-seal-title = Certified
web-seal-text = An analyst checked evidence for the domains below.
web-seal-plain = An analyst checked evidence.
web-seal-failed = A domain failed; see the results below.
web-summary = In short
web-summary-stores = Stores customer data
web-summary-answered = Questions answered
web-summary-of = of { $count }
web-summary-frameworks = Standards declared
web-summary-permissions = Graph permissions
web-summary-broad = { $count ->
    [0] none of them broad
   *[other] { $shown } of them broad
  }
web-state-good = Favorable
web-state-look = To look at
web-state-neutral = Neutral
web-state-na = Not applicable
web-state-blank = Not answered
web-bar = { $good } favorable, { $look } to look at, { $neutral } neutral, { $na } not applicable, { $blank } not answered
web-declared = Declared by the publisher · { $answered } of { $asked }
web-checked = Checked
web-checked-by-analyst = Checked by an analyst
web-question = Question
web-answer = Answer
web-answer-blank = Not answered
web-answer-unreadable = Not readable
web-old-report = Older than 12 months
web-section-general = General information
web-section-data = Data handling
web-section-security = Security
web-section-compliance = Compliance
web-section-privacy = Privacy
web-section-identity = Identity
web-section-other = More on this page
web-blank-rows = { $count ->
    [one] The publisher has not answered { $shown } question
   *[other] The publisher has not answered { $shown } questions
  }
web-history = History
web-bilingual = Side by side
web-permissions = Graph permissions
web-permissions-filter = Filter permissions
web-permission = Permission
web-permission-type = Type
web-permission-delegated = Delegated
web-permission-application = Application
web-permission-both = Both
web-justification = Reason
web-no-reason = No reason given
web-broad = Broad
web-registration = App registration
web-certification = Certification
web-control = Control
web-outcome = Result
web-outcome-pass = Passed
web-outcome-fail = Failed
web-outcome-in_scope = In scope
web-outcome-na = Not applicable
web-app-closing = Answers are declared by the publisher. Only what bears the seal was checked by an analyst.

## Notes on an app
web-note-machine = This page was translated by a machine. The publisher’s own answers count.
web-note-machine-on = This page was translated by a machine on { $day }. The publisher’s own answers count.
web-note-other-language = The publisher’s own words are in { $language }. Questions and choices are in yours.
web-note-not-newest = There is a newer version in { $language }.
web-note-old-version = This is version { $number } of { $count }, not the current one.
web-note-current = Read the current version
web-note-original = Read the original
web-note-findings = What does not fit on this page
web-finding-permissions_without_sign_in = It lists { $permissions } Graph permissions and says that the app does not sign in through the platform.
web-finding-certified_with_failed_domain = It is shown as certified, and a domain failed: { $domain }.
web-finding-ids_disagree = It also names the id { $other }; the app is kept as { $kept }.
web-finding-blanks = { $count ->
    [one] { $shown } question was left blank.
   *[other] { $shown } questions were left blank.
  }
web-finding-stale_date = The publisher last changed an answer on { $day }, more than a year ago.
web-finding-future_date = The publisher’s last change lies in the future: { $day }.

## Problems
web-request-id = Number of this request:
web-problem-unauthorized = Sign in first
web-problem-unauthorized-text = Only somebody who is signed in can open this. Programs send an access token that has not ended.
web-problem-forbidden = This is not for you
web-problem-forbidden-text = Your role, or your token, does not allow this. Nothing was changed.
web-problem-too-many = Too many tries
web-problem-too-many-text = Wait as long as the answer says, then try again.
web-problem-not-found = There is nothing at this address
web-problem-not-found-text = The address may be mistyped, or the app may never have been in this catalog. Nothing was lost.
web-problem-bad-request = The address asks for something that does not exist
web-problem-bad-request-text = A filter or a number in the address is not in its form. Remove it and try again.
web-problem-method-not-allowed = This page can only be read
web-problem-method-not-allowed-text = Nothing was changed.
web-problem-too-large = That is too much at once
web-problem-too-large-text = What was sent, or the address itself, is longer than this server takes. Nothing was kept.
web-problem-too-slow = That took too long
web-problem-too-slow-text = The server gave up on this request to stay fast for others. Nothing was lost; try again.
web-problem-failure = Something broke on our side
web-problem-failure-text = It was noted with the number below. Nothing was lost; try again in a moment.
web-problem-unavailable = The catalog cannot be read right now
web-problem-unavailable-text = The database does not answer. Nothing was lost; try again in a moment.

## Answers in lists
web-answer-yes = Yes
web-answer-no = No
web-answer-na = Not applicable
web-answer-unanswered = Not answered
web-stores-yes = Stores customer data
web-stores-no = Stores no customer data
web-stores-na = Customer data: not applicable
web-stores-unanswered = Customer data: not answered
web-permission-count = { $count ->
    [one] { $shown } permission
   *[other] { $shown } permissions
  }

## Standards and laws by their short names
web-standard-hipaa_compliant = HIPAA
web-standard-hitrust_csf_compliant = HITRUST CSF
web-standard-soc1_compliant = SOC 1
web-standard-soc2_compliant = SOC 2
web-standard-soc3_compliant = SOC 3
web-standard-performs_annual_pci_dss_assessment = PCI DSS
web-standard-iso_27001_certified = ISO 27001
web-standard-iso_27018_compliant = ISO 27018
web-standard-iso_27017_compliant = ISO 27017
web-standard-iso_27002_compliant = ISO 27002
web-standard-fedramp_compliant = FedRAMP
web-standard-ferpa_compliant = FERPA
web-standard-coppa_compliant = COPPA
web-standard-sox_compliant = SOX
web-standard-nist_800_171_compliant = NIST 800-171
web-standard-csa_star_certified = CSA STAR

## Headings of answers in own words on the form of 2021
web-heading-telemetry-data = Telemetry
web-heading-organizational-controls-for-data-stored-by-partner = Control over stored data
web-heading-human-review-of-organizational-information = People who look at data
web-heading-non-microsoft-services-used = Other services that get data
web-heading-data-access-via-bots = Data reached by bots
web-heading-data-access-using-other-microsoft-apis = Other Microsoft APIs

## Long lists
web-previous = Previous
web-pages = Pages of this list
web-letters = First letters
web-apps-of = { $part } of { $whole } apps

## Permissions
web-permissions-title = Graph permissions
web-permissions-lead = What apps ask to read and change at Microsoft Graph, the most frequent first.
web-permissions-empty = No app asks for a permission.
web-permission-title = { $permission }: apps that ask for it
web-permission-lead = Which apps ask for { $permission }, and which narrower permissions there are.
web-permission-apps = Apps that ask for it
web-permission-share = Share of all apps
web-permission-in-catalog = Filter the catalog by it
web-permission-narrower = Narrower permissions
web-permission-narrower-text = This one covers them. Ask whether one of them is enough.
web-permission-wider = Wider permissions
web-permission-wider-text = Whoever has one of these has this one too.
web-permission-asked-by = Apps that ask for it

## Publishers
web-publishers-lead = Who offers the apps of the catalog.
web-publishers-found = { $count ->
    [one] { $shown } publisher
   *[other] { $shown } publishers
  }
web-publisher-lead = Apps of { $publisher } with what it declares about data, security and privacy.

## What errors mean
web-problem-programs = For programs
web-problem-status = HTTP status
web-problem-others = Other errors

## App registrations
web-app-ids-lead = The ids under which apps ask for permissions, as your tenant shows them under enterprise applications.
web-app-ids-search = Id of an app registration
web-app-ids-find = Find the app
web-app-ids-found = { $count ->
    [one] { $shown } app registration
   *[other] { $shown } app registrations
  }
web-app-id-missing = No app of this catalog asks through “{ $id }”. Apps outside of the catalog may use it.
web-app-id-title = App registration { $id }
web-app-id-others = Further apps

## The history of an app
web-not-on-page = Not on the page
web-language-unknown = Language unknown
web-version = Version { $number }
web-history-title = History of { $app }
web-history-from = From
web-history-to = To
web-history-compare = Compare versions
web-history-changes = What changed
web-history-nothing = Both versions give the same answers.
web-history-without-texts = Free texts are in two languages and were not compared.
web-history-first = First version
web-history-first-text = There is no earlier version in this language to compare with.
web-history-versions = All versions
web-history-version = Version
web-history-added = Came in
web-history-current = Current
web-was = Was
web-is = Is
web-page-form = Form of the page
web-page-form_2021 = Form of 2021
web-page-form_2022 = Form of 2022
web-permission-added = Added
web-permission-removed = Removed

## Apps side by side
web-compare-title = Apps side by side
web-compare-add-first = Choose the first app
web-compare-add-second = Add a second app
web-compare-add = Add another app
web-compare-choose = Choose apps in the catalog
web-compare-unknown = These are no apps of the catalog and were left out:
web-compare-too-many = { $count } apps were asked for; the first { $most } are shown.
web-compare-only = Show only what differs
web-compare-all = Show all rows
web-compare-same = Nothing differs.
web-differs = Differs
web-asked = Asked for
web-not-asked = Not asked for

## A page in two languages
web-bilingual-title = { $app } in two languages
web-bilingual-source = Source
web-bilingual-left = Left
web-bilingual-right = Right
web-bilingual-show = Show side by side
web-bilingual-none = No translation yet
web-bilingual-none-text = There is this app’s page in one language only, and it does not show its source.
web-bilingual-warnings = { $count ->
    [one] In { $shown } place the two texts do not have the same numbers, days, addresses or standards.
   *[other] In { $shown } places the two texts do not have the same numbers, days, addresses or standards.
  }
web-lost-address = Addresses differ: { $left } | { $right }
web-lost-standard = Standards differ: { $left } | { $right }
web-lost-date = Days differ: { $left } | { $right }
web-lost-number = Numbers differ: { $left } | { $right }
web-provenance-human = Translated by a person
web-provenance-machine = Translated by a machine
web-provenance-reviewed = Translated by a machine, read by a person
web-translation-stale = The source has changed since

## The list of apps as a table
web-column-id = Id
web-column-name = Name
web-column-publisher = Publisher
web-column-tier = Assurance
web-column-stores-data = Stores customer data
web-column-hosting = Hosting
web-column-frameworks = Standards declared
web-column-permissions = Permissions
web-column-updated = Last change
web-column-link = Link

## The feed of changes
web-feed-lead = The apps whose publishers changed an answer last.
web-feed-changed = { $publisher } changed answers on { $day }.
web-feed-changed-by-nobody = Answers changed on { $day }.
