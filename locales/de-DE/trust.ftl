# Trust portals as everybody sees them. Days and numbers arrive in the form of the language.

## Lists
trust-title = Vertrauensportale
trust-lead = Wofür Anbieter zertifiziert sind, welche Dienste das heute umfasst und welche Dokumente es zeigen.
trust-found = { $count ->
    [one] { $shown } Anbieter
   *[other] { $shown } Anbieter
  }
trust-none = Noch hat niemand ein Portal veröffentlicht
trust-none-text = Herausgeber tun das hier auf ihren eigenen Seiten.
trust-center-lead = Zertifikate, Berichte und Dienste im Geltungsbereich von { $provider }.
trust-standard-lead = { $standard } bei { $provider }: Dienste im Geltungsbereich, Zertifikate, Berichte, Fragen.
trust-published = Veröffentlicht am
trust-standards = Normen
trust-standards-none = Noch wird keine Norm gezeigt.
trust-apps = Zertifizierte Apps dieses Anbieters
trust-documents = Dokumente
trust-documents-lead = Manche Dokumente öffnen sich erst nach Anmeldung, Zustimmung zu einer Vereinbarung oder Freigabe.
trust-document = Dokument
trust-as-data = Dieses Portal als Daten:
trust-attention = Worauf zu achten ist

## Where an offering stands
trust-holding = { $count ->
    [one] { $shown } Zertifikat gilt
   *[other] { $shown } Zertifikate gelten
  }
trust-holding-none = Kein Zertifikat gilt
trust-expiring-count = { $shown } endet bald
trust-overdue = Audit überfällig
trust-edition-ended = Ausgabe beendet
trust-told-overdue = { $standard }: Das nächste Audit war bis { $due } fällig. Das letzte war am { $last }.
trust-told-edition = { $standard }: Zertifikate nach dieser Ausgabe endeten am { $day }.
trust-told-expired = Zertifikat { $certificate } endete am { $day }.
trust-told-expiring = Zertifikat { $certificate } endet am { $day }.
trust-told-undated = Zertifikat { $certificate } nennt keinen letzten Tag. Verlassen Sie sich nicht darauf.
trust-told-leaving = { $service } verlässt den Geltungsbereich nach dem { $day }.
trust-cycle-unknown = Kein Audit ist bekannt.
trust-cycle-running = Das letzte Audit war am { $last }. Das nächste ist bis { $due } fällig.
trust-cycle-overdue = Das letzte Audit war am { $last }. Das nächste war bis { $due } fällig und ist überfällig.

## Where a certificate stands
trust-state-future = Gilt noch nicht
trust-state-published = Gilt
trust-state-expiring = { $count ->
    [one] Endet in { $shown } Tag
   *[other] Endet in { $shown } Tagen
  }
trust-state-expired = Abgelaufen
trust-state-superseded = Ersetzt
trust-state-withdrawn = Zurückgezogen
trust-state-undated = Ohne Enddatum

## Who may open a document
trust-access = Zugang
trust-access-public = Öffentlich
trust-access-signed-in = Nach Anmeldung
trust-access-agreement = Nach Vereinbarung
trust-access-approval = Nach Freigabe

## Languages
trust-view = Sprache der Texte
trust-view-both = Nebeneinander
trust-not-in-language = Dieses Portal ist nicht in Ihrer Sprache verfasst. Seine Texte werden auf { $language } gezeigt.
trust-not-translated = Nicht übersetzt
trust-differing = { $count ->
    [one] Die Sprachen von { $shown } Text dieses Portals widersprechen sich. Er ist markiert.
   *[other] Die Sprachen von { $shown } Texten dieses Portals widersprechen sich. Sie sind markiert.
  }
trust-differs-standards = Normen weichen ab: { $source } | { $translation }
trust-differs-editions = Ausgaben weichen ab: { $source } | { $translation }
trust-differs-certificate-numbers = Zertifikatsnummern weichen ab: { $source } | { $translation }
trust-differs-numbers = Zahlen weichen ab: { $source } | { $translation }
trust-differs-services = Dienste weichen ab: { $source } | { $translation }
trust-differs-links = Links weichen ab: { $source } | { $translation }

## Sections
trust-section-overview = Die Norm
trust-section-position = Der Anbieter und die Norm
trust-section-services = Dienste im Geltungsbereich
trust-section-certificates = Zertifikate
trust-section-reports = Berichte
trust-section-statements = Erklärungen zur Anwendbarkeit
trust-section-questions = Häufige Fragen
trust-section-resources = Ressourcen
trust-section-white-papers = Whitepaper
trust-section-background = Hintergrund
trust-group-other = Weitere Dienste
trust-watch = Diese Norm beobachten
trust-timeline = Gültigkeit und Audits
trust-today = Heute

## Services
trust-service = Dienst
trust-services-none = Kein Dienst ist im Geltungsbereich.
trust-service-group = Teil von { $name }
trust-service-aliases = Auch oder früher: { $name }
trust-cloud-public = für alle
trust-cloud-government = für Behörden
trust-cloud-defense = für das Militär
trust-cloud-sovereign = für ein Land
trust-scope-in = Im Geltungsbereich
trust-scope-out = Nicht im Geltungsbereich
trust-scope-since = Seit { $day }
trust-scope-from = Ab { $day }
trust-scope-until = Bis { $day }
trust-scope-ended = Beendet am { $day }

## Certificates and reports
trust-look-up = Bei der Zertifizierungsstelle nachschlagen
trust-open = Öffnen
trust-item-report = Bericht
trust-fact-number = Nummer
trust-fact-body = Zertifizierungsstelle
trust-fact-scope = Geltungsbereich
trust-fact-services = Dienste
trust-fact-clouds = Clouds
trust-fact-issued = Ausgestellt
trust-fact-expires = Läuft ab
trust-fact-edition-ends = Ausgabe endet
trust-fact-surveillance = Überwachungsaudits
trust-fact-kind = Art
trust-fact-standards = Normen
trust-fact-period = Zeitraum
trust-fact-bridges = Überbrückt die Zeit nach
trust-report-assessment = Auditbericht
trust-report-soc = Bericht über Kontrollen
trust-report-bridge-letter = Überbrückungsschreiben
trust-report-pentest-summary = Zusammenfassung eines Penetrationstests
trust-report-soa = Erklärung zur Anwendbarkeit
trust-report-certificate = Zertifikat

## Statements of applicability
trust-statement-of = Erklärung zur Anwendbarkeit von { $certificate }
trust-statement-said = { $part } von { $whole } Punkten gelten
trust-statement-full = Gründe und Verweise stehen in der vollständigen Erklärung.
trust-statement-rows = Alle Punkte
trust-row = Punkt
trust-row-state = Stand
trust-row-duty = Zuständig
trust-row-reason = Grund
trust-row-not-applicable = Gilt nicht
trust-row-done = Umgesetzt
trust-row-not-done = Noch nicht umgesetzt
trust-row-applies = Gilt
trust-duty-provider = Der Anbieter
trust-duty-shared = Anbieter und Kunde
trust-duty-customer = Der Kunde

## Reading
trust-priced = Kostenpflichtig
trust-resource-mapping = Zuordnung
trust-resource-standard = Norm
trust-resource-case-study = Fallstudie
trust-resource-terms = Bedingungen
trust-resource-white-paper = Whitepaper
trust-resource-background = Hintergrund
trust-resource-reports = Weitere Berichte
trust-resource-other = Weiteres
