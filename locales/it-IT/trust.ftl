# Trust portals as everybody sees them. Days and numbers arrive in the form of the language.

## Lists
trust-title = Portali di fiducia
trust-lead = Per che cosa sono certificati i fornitori, quali servizi sono coperti oggi e i documenti che lo mostrano.
trust-found = { $count ->
    [one] { $shown } fornitore
   *[other] { $shown } fornitori
  }
trust-none = Nessuno ha ancora pubblicato un portale
trust-none-text = Gli editori lo fanno qui dalle proprie pagine.
trust-center-lead = Certificati, rapporti e servizi coperti di { $provider }.
trust-standard-lead = { $standard } presso { $provider }: servizi coperti, certificati, rapporti, domande.
trust-published = Pubblicato il
trust-standards = Norme
trust-standards-none = Nessuna norma è ancora mostrata.
trust-apps = App certificate di questo fornitore
trust-documents = Documenti
trust-documents-lead = Alcuni documenti si aprono dopo l’accesso, l’accettazione di un accordo o un’approvazione.
trust-document = Documento
trust-as-data = Questo portale come dati:
trust-attention = Che cosa richiede attenzione

## Where an offering stands
trust-holding = { $count ->
    [one] { $shown } certificato valido
   *[other] { $shown } certificati validi
  }
trust-holding-none = Nessun certificato valido
trust-expiring-count = { $shown } in scadenza
trust-overdue = Audit in ritardo
trust-edition-ended = Edizione terminata
trust-told-overdue = { $standard }: il prossimo audit era previsto entro il { $due }. L’ultimo è del { $last }.
trust-told-edition = { $standard }: i certificati di questa edizione sono terminati il { $day }.
trust-told-expired = Il certificato { $certificate } è terminato il { $day }.
trust-told-expiring = Il certificato { $certificate } termina il { $day }.
trust-told-undated = Il certificato { $certificate } non indica un ultimo giorno. Non fateci affidamento.
trust-told-leaving = { $service } esce dall’ambito dopo il { $day }.
trust-cycle-unknown = Nessun audit è noto.
trust-cycle-running = L’ultimo audit è del { $last }. Il prossimo è previsto entro il { $due }.
trust-cycle-overdue = L’ultimo audit è del { $last }. Il prossimo era previsto entro il { $due } ed è in ritardo.

## Where a certificate stands
trust-state-future = Non ancora valido
trust-state-published = Valido
trust-state-expiring = { $count ->
    [one] Termina tra { $shown } giorno
   *[other] Termina tra { $shown } giorni
  }
trust-state-expired = Scaduto
trust-state-superseded = Sostituito
trust-state-withdrawn = Ritirato
trust-state-undated = Senza data di fine

## Who may open a document
trust-access = Accesso
trust-access-public = Pubblico
trust-access-signed-in = Dopo l’accesso
trust-access-agreement = Dopo un accordo
trust-access-approval = Dopo approvazione

## Languages
trust-view = Lingua dei testi
trust-view-both = Affiancati
trust-not-in-language = Questo portale non è scritto nella tua lingua. I testi sono mostrati in { $language }.
trust-not-translated = Non tradotto
trust-differing = { $count ->
    [one] Le lingue di { $shown } testo di questo portale non concordano. È contrassegnato.
   *[other] Le lingue di { $shown } testi di questo portale non concordano. Sono contrassegnati.
  }
trust-differs-standards = Norme diverse: { $source } | { $translation }
trust-differs-editions = Edizioni diverse: { $source } | { $translation }
trust-differs-certificate-numbers = Numeri di certificato diversi: { $source } | { $translation }
trust-differs-numbers = Numeri diversi: { $source } | { $translation }
trust-differs-services = Servizi diversi: { $source } | { $translation }
trust-differs-links = Link diversi: { $source } | { $translation }

## Sections
trust-section-overview = La norma
trust-section-position = Il fornitore e la norma
trust-section-services = Servizi coperti
trust-section-certificates = Certificati
trust-section-reports = Rapporti
trust-section-statements = Dichiarazioni di applicabilità
trust-section-questions = Domande frequenti
trust-section-resources = Risorse
trust-section-white-papers = White paper
trust-section-background = Contesto
trust-group-other = Altri servizi
trust-watch = Segui questa norma
trust-timeline = Validità e audit
trust-today = Oggi

## Services
trust-service = Servizio
trust-services-none = Nessun servizio è coperto.
trust-service-group = Parte di { $name }
trust-service-aliases = Anche o in passato: { $name }
trust-cloud-public = per tutti
trust-cloud-government = per le autorità
trust-cloud-defense = per la difesa
trust-cloud-sovereign = per un solo paese
trust-scope-in = Coperto
trust-scope-out = Non coperto
trust-scope-since = Dal { $day }
trust-scope-from = A partire dal { $day }
trust-scope-until = Fino al { $day }
trust-scope-ended = Uscito il { $day }

## Certificates and reports
trust-look-up = Cerca presso l’organismo di certificazione
trust-open = Apri
trust-item-report = Rapporto
trust-fact-number = Numero
trust-fact-body = Organismo di certificazione
trust-fact-scope = Ambito
trust-fact-services = Servizi
trust-fact-clouds = Cloud
trust-fact-issued = Rilasciato
trust-fact-expires = Scade
trust-fact-edition-ends = Fine dell’edizione
trust-fact-surveillance = Audit di sorveglianza
trust-fact-kind = Tipo
trust-fact-standards = Norme
trust-fact-period = Periodo
trust-fact-bridges = Prosegue
trust-report-assessment = Rapporto di audit
trust-report-soc = Rapporto sui controlli
trust-report-bridge-letter = Lettera ponte
trust-report-pentest-summary = Sintesi di un test di penetrazione
trust-report-soa = Dichiarazione di applicabilità
trust-report-certificate = Certificato

## Statements of applicability
trust-statement-of = Dichiarazione di applicabilità di { $certificate }
trust-statement-said = Si applicano { $part } voci su { $whole }
trust-statement-full = Motivi e riferimenti sono nella dichiarazione completa.
trust-statement-rows = Tutte le voci
trust-row = Voce
trust-row-state = Stato
trust-row-duty = A cura di
trust-row-reason = Motivo
trust-row-not-applicable = Non si applica
trust-row-done = Attuato
trust-row-not-done = Non ancora attuato
trust-row-applies = Si applica
trust-duty-provider = Il fornitore
trust-duty-shared = Fornitore e cliente
trust-duty-customer = Il cliente

## Reading
trust-priced = A pagamento
trust-resource-mapping = Corrispondenze
trust-resource-standard = Norma
trust-resource-case-study = Caso di studio
trust-resource-terms = Condizioni
trust-resource-white-paper = White paper
trust-resource-background = Contesto
trust-resource-reports = Altri rapporti
trust-resource-other = Altro
