# The pages of the site. What stands in backticks or is a name is never translated.
# Numbers and days arrive already in the form of the language.

## Every page
web-skip = Zum Inhalt springen
web-nav-label = Hauptnavigation
web-nav-catalog = Katalog
web-nav-permissions = Berechtigungen
web-nav-publishers = Herausgeber
web-nav-app-ids = App-Registrierungen
web-nav-trust = Vertrauen
web-search-label = Apps suchen
web-language-label = Sprache
# Shown in its own language to readers whose browser asks for it.
web-language-offer = Diese Seite auf Deutsch lesen
web-theme = Dunkles Design
web-crumb-label = Sie sind hier
web-home = Startseite
web-feed-title = Änderungen im Katalog
web-foot-declared = Die Antworten sind Angaben der Herausgeber. Nur was das Siegel trägt, wurde von einem Analysten geprüft.
web-foot-feed = Änderungen als Feed
web-foot-api = API-Beschreibung
web-on-this-page = Auf dieser Seite
web-print = Drucken
web-first = Zum Anfang
web-next = Weiter

## The front page
web-home-title = Wissen, was eine App tut, bevor Sie ihr Zugang geben
web-home-lead = Herausgeber geben an, welche Daten in ihren Apps liegen und wer sie sehen darf. Analysten prüfen die Belege. Beides lesen Sie hier, in Ihrer Sprache.
web-home-search = Name, Herausgeber, Berechtigung …
web-home-find = Apps finden
web-home-apps = Apps
web-home-certified = Zertifiziert
web-home-permissions = Angeforderte Berechtigungen
web-home-publishers = Herausgeber
web-home-newest = Neueste Antworten
web-home-all = Alle Apps, neueste zuerst
web-home-empty = Der Katalog ist leer. `attestor catalog import DIR` füllt ihn, `attestor demo` zeigt ein Beispiel.
web-door-check = Eine App prüfen
web-door-check-text = Welche Daten sie speichert, welchen Normen sie folgt, welche Berechtigungen sie anfordert und was unbeantwortet blieb.
web-door-trust = Auf Zertifikate bauen
web-door-trust-text = Wofür Anbieter zertifiziert sind, welche Dienste das heute umfasst, und die Dokumente dazu.
web-door-compare = Vergleichen und verfolgen
web-door-compare-text = Bis zu vier Apps nebeneinander, jede Version jeder Antwort und ein Feed mit allen Änderungen.
web-door-build = Darauf aufbauen
web-door-build-text = Jede Seite als Daten: Listen als CSV, XLSX und JSON, dazu eine REST-API mit Beschreibung.

## The catalog
web-catalog-title = App-Katalog
web-catalog-description = Apps für Unternehmen: was ihre Herausgeber zu Daten, Sicherheit und Datenschutz angeben und was davon geprüft wurde.
web-facets = Filter
web-facets-apply = Apps anzeigen
web-facet-tier = Nachweisstufe
web-facet-host-product = Läuft in
web-facet-stores-data = Speichert Kundendaten
web-facet-hosting = Hosting
web-facet-framework = Norm oder Gesetz
web-facet-permission = Berechtigung
web-facet-freshness = Letzte Änderung
web-facet-publisher = Herausgeber
web-facet-more = { $count } weitere
web-tier-attested = Vom Herausgeber bescheinigt
web-tier-certified = Zertifiziert
web-fresh-within_3_months = Letzte 3 Monate
web-fresh-within_12_months = Letzte 12 Monate
web-fresh-older = Älter
web-fresh-unknown = Unbekannt
web-product-excel = Excel
web-product-onenote = OneNote
web-product-outlook = Outlook
web-product-powerpoint = PowerPoint
web-product-project = Project
web-product-sharepoint = SharePoint
web-product-teams = Teams
web-product-word = Word
web-chosen = Gewählte Filter
web-remove = entfernen
web-remove-all = Alle Filter entfernen
web-remove-one = „{ $filter }“ entfernen
web-found = { $count ->
    [one] { $shown } App
   *[other] { $shown } Apps
  }
web-range = { $first }–{ $last } von { $total }
web-no-match = Keine passende App gefunden.
web-no-match-hint = Weniger Wörter oder weniger Filter ergeben mehr Treffer.
web-sort = Sortierung
web-sort-relevance = Beste Treffer
web-sort-name = Name
web-sort-newest = Neueste
web-compare-pick = Vergleichen
web-compare-go = Ausgewählte Apps vergleichen

## An app
web-app-title = { $app } von { $publisher }
web-app-description = Was der Herausgeber von { $app } zu Daten, Sicherheit, Konformität und Datenschutz angibt.
web-app-updated = Vom Herausgeber zuletzt geändert:
web-stale = Seit über einem Jahr nicht bestätigt
web-seal-title = Zertifiziert
web-seal-text = Ein Analyst hat Belege für die unten genannten Bereiche geprüft.
web-seal-plain = Ein Analyst hat Belege geprüft.
web-seal-failed = Ein Bereich wurde nicht bestanden; siehe die Ergebnisse unten.
web-summary = Auf einen Blick
web-summary-stores = Speichert Kundendaten
web-summary-answered = Beantwortete Fragen
web-summary-of = von { $count }
web-summary-frameworks = Angegebene Normen
web-summary-permissions = Graph-Berechtigungen
web-summary-broad = { $count ->
    [0] keine davon weitreichend
   *[other] { $shown } davon weitreichend
  }
web-state-good = Günstig
web-state-look = Beachtenswert
web-state-neutral = Neutral
web-state-na = Nicht zutreffend
web-state-blank = Nicht beantwortet
web-bar = { $good } günstig, { $look } beachtenswert, { $neutral } neutral, { $na } nicht zutreffend, { $blank } nicht beantwortet
web-declared = Vom Herausgeber angegeben · { $answered } von { $asked }
web-checked = Geprüft
web-checked-by-analyst = Von einem Analysten geprüft
web-question = Frage
web-answer = Antwort
web-answer-blank = Nicht beantwortet
web-answer-unreadable = Nicht lesbar
web-old-report = Älter als 12 Monate
web-section-general = Allgemeine Angaben
web-section-data = Umgang mit Daten
web-section-security = Sicherheit
web-section-compliance = Konformität
web-section-privacy = Datenschutz
web-section-identity = Identität
web-section-other = Weiteres auf dieser Seite
web-blank-rows = { $count ->
    [one] Der Herausgeber hat { $shown } Frage nicht beantwortet
   *[other] Der Herausgeber hat { $shown } Fragen nicht beantwortet
  }
web-history = Verlauf
web-bilingual = Nebeneinander
web-permissions = Graph-Berechtigungen
web-permissions-filter = Berechtigungen filtern
web-permission = Berechtigung
web-permission-type = Art
web-permission-delegated = Delegiert
web-permission-application = Anwendung
web-permission-both = Beide
web-justification = Begründung
web-no-reason = Keine Begründung angegeben
web-broad = Weitreichend
web-registration = App-Registrierung
web-certification = Zertifizierung
web-control = Steuerung
web-outcome = Ergebnis
web-outcome-pass = Bestanden
web-outcome-fail = Nicht bestanden
web-outcome-in_scope = Im Umfang
web-outcome-na = Nicht zutreffend
web-app-closing = Die Antworten sind Angaben des Herausgebers. Nur was das Siegel trägt, wurde von einem Analysten geprüft.

## Notes on an app
web-note-machine = Diese Seite wurde maschinell übersetzt. Maßgeblich sind die Antworten des Herausgebers im Original.
web-note-machine-on = Diese Seite wurde am { $day } maschinell übersetzt. Maßgeblich sind die Antworten des Herausgebers im Original.
web-note-other-language = Sprache der Texte des Herausgebers: { $language }. Fragen und Auswahlantworten stehen in Ihrer Sprache.
web-note-not-newest = Es gibt eine neuere Version in einer anderen Sprache: { $language }.
web-note-old-version = Dies ist Version { $number } von { $count }, nicht die aktuelle.
web-note-current = Aktuelle Version lesen
web-note-original = Original lesen
web-note-findings = Was auf dieser Seite nicht zusammenpasst
web-finding-permissions_without_sign_in = { $permissions ->
    [one] Sie nennt { $permissions } Graph-Berechtigung und gibt an, dass die Anmeldung der App nicht über die Plattform läuft.
   *[other] Sie nennt { $permissions } Graph-Berechtigungen und gibt an, dass die Anmeldung der App nicht über die Plattform läuft.
  }
web-finding-certified_with_failed_domain = Die App wird als zertifiziert angezeigt, und ein Bereich wurde nicht bestanden: { $domain }.
web-finding-ids_disagree = Sie nennt auch die ID { $other }; die App wird unter { $kept } geführt.
web-finding-blanks = { $count ->
    [one] { $shown } Frage blieb unbeantwortet.
   *[other] { $shown } Fragen blieben unbeantwortet.
  }
web-finding-stale_date = Der Herausgeber hat zuletzt am { $day } eine Antwort geändert, also vor mehr als einem Jahr.
web-finding-future_date = Die letzte Änderung des Herausgebers liegt in der Zukunft: { $day }.

## Problems
web-request-id = Nummer dieser Anfrage:
web-problem-unauthorized = Bitte zuerst anmelden
web-problem-unauthorized-text = Das kann nur öffnen, wer angemeldet ist. Programme senden ein Zugriffstoken, das noch gilt.
web-problem-forbidden = Das ist nicht für Sie
web-problem-forbidden-text = Ihre Rolle oder Ihr Token erlaubt das nicht. Es wurde nichts geändert.
web-problem-too-many = Zu viele Versuche
web-problem-too-many-text = Warten Sie so lange, wie die Antwort sagt, und versuchen Sie es dann noch einmal.
web-problem-not-found = Unter dieser Adresse gibt es nichts
web-problem-not-found-text = Vielleicht ist die Adresse vertippt, oder die App war nie in diesem Katalog. Es ging nichts verloren.
web-problem-bad-request = Die Adresse verlangt etwas, das es nicht gibt
web-problem-bad-request-text = Ein Filter oder eine Zahl in der Adresse hat nicht die richtige Form. Entfernen Sie die Angabe und versuchen Sie es erneut.
web-problem-method-not-allowed = Diese Seite lässt sich nur lesen
web-problem-method-not-allowed-text = Es wurde nichts geändert.
web-problem-too-large = Das ist zu viel auf einmal
web-problem-too-large-text = Die gesendeten Daten oder die Adresse selbst sind länger, als dieser Server annimmt. Es wurde nichts gespeichert.
web-problem-too-slow = Das hat zu lange gedauert
web-problem-too-slow-text = Der Server hat diese Anfrage abgebrochen, um für andere schnell zu bleiben. Es ging nichts verloren; versuchen Sie es erneut.
web-problem-failure = Bei uns ist etwas schiefgegangen
web-problem-failure-text = Der Fehler wurde unter der Nummer unten festgehalten. Es ging nichts verloren; versuchen Sie es gleich noch einmal.
web-problem-unavailable = Der Katalog lässt sich gerade nicht lesen
web-problem-unavailable-text = Die Datenbank antwortet nicht. Es ging nichts verloren; versuchen Sie es gleich noch einmal.

## Answers in lists
web-answer-yes = Ja
web-answer-no = Nein
web-answer-na = Nicht zutreffend
web-answer-unanswered = Nicht beantwortet
web-stores-yes = Speichert Kundendaten
web-stores-no = Speichert keine Kundendaten
web-stores-na = Kundendaten: nicht zutreffend
web-stores-unanswered = Kundendaten: nicht beantwortet
web-permission-count = { $count ->
    [one] { $shown } Berechtigung
   *[other] { $shown } Berechtigungen
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
web-heading-telemetry-data = Telemetrie
web-heading-organizational-controls-for-data-stored-by-partner = Kontrolle über gespeicherte Daten
web-heading-human-review-of-organizational-information = Einsicht von Personen in Daten
web-heading-non-microsoft-services-used = Weitere Dienste, die Daten erhalten
web-heading-data-access-via-bots = Datenzugriff durch Bots
web-heading-data-access-using-other-microsoft-apis = Weitere Microsoft-APIs

## Long lists
web-previous = Zurück
web-pages = Seiten dieser Liste
web-letters = Anfangsbuchstaben
web-apps-of = { $part } von { $whole } Apps

## Permissions
web-permissions-title = Graph-Berechtigungen
web-permissions-lead = Was Apps bei Microsoft Graph lesen und ändern wollen, das Häufigste zuerst.
web-permissions-empty = Keine App fordert eine Berechtigung an.
web-permission-title = { $permission }: Apps, die sie anfordern
web-permission-lead = Welche Apps { $permission } anfordern und welche engeren Berechtigungen es gibt.
web-permission-apps = Apps, die sie anfordern
web-permission-share = Anteil an allen Apps
web-permission-in-catalog = Katalog danach filtern
web-permission-narrower = Engere Berechtigungen
web-permission-narrower-text = Diese Berechtigung schließt sie ein. Fragen Sie nach, ob eine davon genügt.
web-permission-wider = Weiter reichende Berechtigungen
web-permission-wider-text = Wer eine davon hat, hat auch diese.
web-permission-asked-by = Apps, die sie anfordern

## Publishers
web-publishers-lead = Wer die Apps des Katalogs anbietet.
web-publishers-found = { $count ->
    [one] { $shown } Herausgeber
   *[other] { $shown } Herausgeber
  }
web-publisher-lead = Apps von { $publisher } mit den Angaben zu Daten, Sicherheit und Datenschutz.

## What errors mean
web-problem-programs = Für Programme
web-problem-status = HTTP-Status
web-problem-others = Andere Fehler

## App registrations
web-app-ids-lead = Die IDs, unter denen Apps Berechtigungen anfordern, wie Ihr Mandant sie unter Unternehmensanwendungen zeigt.
web-app-ids-search = ID einer App-Registrierung
web-app-ids-find = App finden
web-app-ids-found = { $count ->
    [one] { $shown } App-Registrierung
   *[other] { $shown } App-Registrierungen
  }
web-app-id-missing = Keine App dieses Katalogs nutzt „{ $id }“ für ihre Berechtigungen. Apps außerhalb des Katalogs nutzen die ID vielleicht.
web-app-id-title = App-Registrierung { $id }
web-app-id-others = Weitere Apps

## The history of an app
web-not-on-page = Nicht auf der Seite
web-language-unknown = Sprache unbekannt
web-version = Version { $number }
web-history-title = Verlauf von { $app }
web-history-from = Von
web-history-to = Bis
web-history-compare = Versionen vergleichen
web-history-changes = Was sich geändert hat
web-history-nothing = Beide Versionen geben dieselben Antworten.
web-history-without-texts = Die Freitexte stehen in zwei Sprachen und wurden nicht verglichen.
web-history-first = Erste Version
web-history-first-text = Es gibt keine frühere Version in dieser Sprache, mit der verglichen werden könnte.
web-history-versions = Alle Versionen
web-history-version = Version
web-history-added = Aufgenommen
web-history-current = Aktuell
web-was = Vorher
web-is = Nachher
web-page-form = Format der Seite
web-page-form_2021 = Format von 2021
web-page-form_2022 = Format von 2022
web-permission-added = Hinzugefügt
web-permission-removed = Entfernt

## Apps side by side
web-compare-title = Apps nebeneinander
web-compare-add-first = Erste App wählen
web-compare-add-second = Zweite App hinzufügen
web-compare-add = Weitere App hinzufügen
web-compare-choose = Apps im Katalog wählen
web-compare-unknown = Dies sind keine Apps des Katalogs, sie wurden weggelassen:
web-compare-too-many = { $count } Apps wurden angefragt; die ersten { $most } werden gezeigt.
web-compare-only = Nur Unterschiede anzeigen
web-compare-all = Alle Zeilen anzeigen
web-compare-same = Keine Unterschiede.
web-differs = Unterschiedlich
web-asked = Angefordert
web-not-asked = Nicht angefordert

## A page in two languages
web-bilingual-title = { $app } in zwei Sprachen
web-bilingual-source = Ausgangstext
web-bilingual-left = Links
web-bilingual-right = Rechts
web-bilingual-show = Nebeneinander anzeigen
web-bilingual-none = Noch keine Übersetzung
web-bilingual-none-text = Die Seite dieser App gibt es nur in einer Sprache, und sie zeigt ihren Ausgangstext nicht.
web-bilingual-warnings = { $count ->
    [one] An { $shown } Stelle haben die beiden Texte nicht dieselben Zahlen, Tage, Adressen oder Normen.
   *[other] An { $shown } Stellen haben die beiden Texte nicht dieselben Zahlen, Tage, Adressen oder Normen.
  }
web-lost-address = Abweichende Adressen: { $left } | { $right }
web-lost-standard = Abweichende Normen: { $left } | { $right }
web-lost-date = Abweichende Tage: { $left } | { $right }
web-lost-number = Abweichende Zahlen: { $left } | { $right }
web-provenance-human = Von einem Menschen übersetzt
web-provenance-machine = Maschinell übersetzt
web-provenance-reviewed = Maschinell übersetzt, von einem Menschen gelesen
web-translation-stale = Ausgangstext seither geändert

## The list of apps as a table
web-column-id = ID
web-column-name = Name
web-column-publisher = Herausgeber
web-column-tier = Nachweisstufe
web-column-stores-data = Speichert Kundendaten
web-column-hosting = Hosting
web-column-frameworks = Angegebene Normen
web-column-permissions = Berechtigungen
web-column-updated = Letzte Änderung
web-column-link = Link

## The feed of changes
web-feed-lead = Die Apps, deren Herausgeber zuletzt eine Antwort geändert haben.
web-feed-changed = { $publisher } hat am { $day } Antworten geändert.
web-feed-changed-by-nobody = Am { $day } wurden Antworten geändert.
