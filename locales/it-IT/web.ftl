# The pages of the site. What stands in backticks or is a name is never translated.
# Numbers and days arrive already in the form of the language.

## Every page
web-skip = Vai al contenuto
web-nav-label = Navigazione principale
web-nav-catalog = Catalogo
web-nav-permissions = Autorizzazioni
web-nav-publishers = Editori
web-nav-app-ids = Registrazioni di app
web-nav-trust = Fiducia
web-search-label = Cerca app
web-language-label = Lingua
# Shown in its own language to readers whose browser asks for it.
web-language-offer = Leggi questa pagina in italiano
web-theme = Tema scuro
web-crumb-label = Percorso di navigazione
web-home = Home page
web-feed-title = Modifiche nel catalogo
web-foot-declared = Le risposte sono dichiarate dagli editori. Solo ciò che porta il sigillo è stato verificato da un analista.
web-foot-feed = Feed delle modifiche
web-foot-api = Descrizione dell’API
web-on-this-page = In questa pagina
web-print = Stampa
web-first = Dall’inizio
web-next = Avanti

## The front page
web-home-title = Sapere che cosa fa un’app prima di farla entrare
web-home-lead = Gli editori dichiarano che cosa custodiscono le loro app e chi può vederlo. Gli analisti verificano le prove. Qui si leggono entrambe le cose, nella propria lingua.
web-home-search = Nome, editore, autorizzazione…
web-home-find = Trova app
web-home-apps = App
web-home-certified = Certificate
web-home-permissions = Autorizzazioni richieste
web-home-publishers = Editori
web-home-newest = Risposte più recenti
web-home-all = Tutte le app, dalla più recente
web-home-empty = Il catalogo è vuoto. `attestor catalog import DIR` lo riempie, `attestor demo` mostra un esempio.
web-door-check = Esaminare un’app
web-door-check-text = Quali dati archivia, quali norme segue, quali autorizzazioni richiede e a quali domande nessuno ha risposto.
web-door-trust = Basarsi sui certificati
web-door-trust-text = Per che cosa sono certificati i fornitori, quali servizi sono coperti oggi e i relativi documenti.
web-door-compare = Confrontare e seguire
web-door-compare-text = Fino a quattro app affiancate, ogni versione di ogni risposta e un feed delle modifiche.
web-door-build = Sviluppare sui dati
web-door-build-text = Ogni pagina sotto forma di dati: elenchi in CSV, XLSX e JSON, un’API REST con la sua descrizione.

## The catalog
web-catalog-title = Catalogo delle app
web-catalog-description = App per le aziende, con ciò che gli editori dichiarano su dati, sicurezza e privacy e ciò che è stato verificato.
web-facets = Filtri
web-facets-apply = Mostra app
web-facet-tier = Livello di garanzia
web-facet-host-product = Funziona in
web-facet-stores-data = Archivia dati dei clienti
web-facet-hosting = Hosting
web-facet-framework = Norma o legge
web-facet-permission = Autorizzazione
web-facet-freshness = Ultima modifica
web-facet-publisher = Editore
web-facet-more = Ancora { $count }
web-tier-attested = Attestata dall’editore
web-tier-certified = Certificata
web-fresh-within_3_months = Ultimi 3 mesi
web-fresh-within_12_months = Ultimi 12 mesi
web-fresh-older = Meno recente
web-fresh-unknown = Sconosciuta
web-product-excel = Excel
web-product-onenote = OneNote
web-product-outlook = Outlook
web-product-powerpoint = PowerPoint
web-product-project = Project
web-product-sharepoint = SharePoint
web-product-teams = Teams
web-product-word = Word
web-chosen = Filtri scelti
web-remove = rimuovi
web-remove-all = Rimuovi tutti i filtri
web-remove-one = Rimuovi “{ $filter }”
web-found = { $count ->
    [one] { $shown } app
   *[other] { $shown } app
  }
web-range = { $first }–{ $last } di { $total }
web-no-match = Nessuna app corrisponde.
web-no-match-hint = Con meno parole o meno filtri si trovano più app.
web-sort = Ordinamento
web-sort-relevance = Pertinenza
web-sort-name = Nome
web-sort-newest = Più recenti
web-compare-pick = Confronta
web-compare-go = Confronta le app scelte

## An app
web-app-title = { $app } di { $publisher }
web-app-description = Che cosa dichiara l’editore di { $app } su dati, sicurezza, conformità e privacy.
web-app-updated = Ultima modifica dell’editore:
web-stale = Senza conferma da più di un anno
web-seal-title = Certificata
web-seal-text = Un analista ha verificato le prove per i domini riportati sotto.
web-seal-plain = Un analista ha verificato le prove.
web-seal-failed = Un dominio non è stato superato; vedere i risultati sotto.
web-summary = In breve
web-summary-stores = Archivia dati dei clienti
web-summary-answered = Domande con risposta
web-summary-of = su { $count }
web-summary-frameworks = Norme dichiarate
web-summary-permissions = Autorizzazioni Graph
web-summary-broad = { $count ->
    [0] nessuna di ampia portata
   *[other] { $shown } di ampia portata
  }
web-state-good = Favorevole
web-state-look = Merita attenzione
web-state-neutral = Neutra
web-state-na = Non applicabile
web-state-blank = Senza risposta
web-bar = Favorevoli: { $good }, meritano attenzione: { $look }, neutre: { $neutral }, non applicabili: { $na }, senza risposta: { $blank }
web-declared = Dichiarato dall’editore · { $answered } su { $asked }
web-checked = Verificato
web-checked-by-analyst = Verificato da un analista
web-question = Domanda
web-answer = Risposta
web-answer-blank = Senza risposta
web-answer-unreadable = Illeggibile
web-old-report = Più di 12 mesi
web-section-general = Informazioni generali
web-section-data = Gestione dei dati
web-section-security = Sicurezza
web-section-compliance = Conformità
web-section-privacy = Privacy
web-section-identity = Identità
web-section-other = Altro in questa pagina
web-blank-rows = { $count ->
    [one] L’editore non ha risposto a { $shown } domanda
   *[other] L’editore non ha risposto a { $shown } domande
  }
web-history = Cronologia
web-bilingual = Testo a fronte
web-permissions = Autorizzazioni Graph
web-permissions-filter = Filtra autorizzazioni
web-permission = Autorizzazione
web-permission-type = Tipo
web-permission-delegated = Delegata
web-permission-application = Applicazione
web-permission-both = Entrambi
web-justification = Motivo
web-no-reason = Nessun motivo indicato
web-broad = Ampia portata
web-registration = Registrazione dell’app
web-certification = Certificazione
web-control = Controllo
web-outcome = Risultato
web-outcome-pass = Superato
web-outcome-fail = Non superato
web-outcome-in_scope = Nell’ambito
web-outcome-na = Non applicabile
web-app-closing = Le risposte sono dichiarate dall’editore. Solo ciò che porta il sigillo è stato verificato da un analista.

## Notes on an app
web-note-machine = Questa pagina è stata tradotta automaticamente. Fanno fede le risposte originali dell’editore.
web-note-machine-on = Questa pagina è stata tradotta automaticamente in data { $day }. Fanno fede le risposte originali dell’editore.
web-note-other-language = Lingua dei testi dell’editore: { $language }. Le domande e le opzioni sono nella lingua scelta.
web-note-not-newest = Esiste una versione più recente in un’altra lingua: { $language }.
web-note-old-version = Questa è la versione { $number } di { $count }, non quella attuale.
web-note-current = Leggi la versione attuale
web-note-original = Leggi l’originale
web-note-findings = Che cosa non concorda in questa pagina
web-finding-permissions_without_sign_in = { $permissions ->
    [one] Elenca { $permissions } autorizzazione Graph e dice che l’accesso all’app non passa per la piattaforma.
   *[other] Elenca { $permissions } autorizzazioni Graph e dice che l’accesso all’app non passa per la piattaforma.
  }
web-finding-certified_with_failed_domain = L’app risulta certificata e un dominio non è stato superato: { $domain }.
web-finding-ids_disagree = Riporta anche l’ID { $other }; l’app è conservata come { $kept }.
web-finding-blanks = { $count ->
    [one] { $shown } domanda è rimasta senza risposta.
   *[other] { $shown } domande sono rimaste senza risposta.
  }
web-finding-stale_date = L’ultima modifica di una risposta da parte dell’editore è del { $day }, più di un anno fa.
web-finding-future_date = L’ultima modifica dell’editore ha una data futura: { $day }.

## Problems
web-request-id = Numero di questa richiesta:
web-problem-unauthorized = Prima occorre accedere
web-problem-unauthorized-text = Può aprirla solo chi ha effettuato l’accesso. I programmi inviano un token di accesso ancora valido.
web-problem-forbidden = Non è per lei
web-problem-forbidden-text = Il suo ruolo o il suo token non lo consente. Non è stato modificato nulla.
web-problem-too-many = Troppi tentativi
web-problem-too-many-text = Attenda il tempo indicato dalla risposta, poi riprovi.
web-problem-not-found = A questo indirizzo non c’è nulla
web-problem-not-found-text = L’indirizzo potrebbe contenere un errore di battitura, oppure l’app non è mai stata in questo catalogo. Nulla è andato perso.
web-problem-bad-request = L’indirizzo chiede qualcosa che non esiste
web-problem-bad-request-text = Un filtro o un numero nell’indirizzo non ha la forma prevista. Rimuoverlo e riprovare.
web-problem-method-not-allowed = Questa pagina può solo essere letta
web-problem-method-not-allowed-text = Nulla è stato modificato.
web-problem-too-large = È troppo in una volta sola
web-problem-too-large-text = I dati inviati, o l’indirizzo stesso, superano la lunghezza accettata da questo server. Nulla è stato conservato.
web-problem-too-slow = Ci è voluto troppo tempo
web-problem-too-slow-text = Il server ha abbandonato questa richiesta per restare veloce per gli altri. Nulla è andato perso; riprovare.
web-problem-failure = Si è verificato un errore da parte nostra
web-problem-failure-text = È stato registrato con il numero riportato sotto. Nulla è andato perso; riprovare tra un momento.
web-problem-unavailable = Al momento il catalogo non può essere letto
web-problem-unavailable-text = Il database non risponde. Nulla è andato perso; riprovare tra un momento.

## Answers in lists
web-answer-yes = Sì
web-answer-no = No
web-answer-na = Non applicabile
web-answer-unanswered = Senza risposta
web-stores-yes = Archivia dati dei clienti
web-stores-no = Non archivia dati dei clienti
web-stores-na = Dati dei clienti: non applicabile
web-stores-unanswered = Dati dei clienti: senza risposta
web-permission-count = { $count ->
    [one] { $shown } autorizzazione
   *[other] { $shown } autorizzazioni
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
web-heading-telemetry-data = Telemetria
web-heading-organizational-controls-for-data-stored-by-partner = Controllo sui dati archiviati
web-heading-human-review-of-organizational-information = Persone che esaminano i dati
web-heading-non-microsoft-services-used = Altri servizi che ricevono dati
web-heading-data-access-via-bots = Dati a cui accedono i bot
web-heading-data-access-using-other-microsoft-apis = Altre API Microsoft

## Long lists
web-previous = Indietro
web-pages = Pagine di questo elenco
web-letters = Lettere iniziali
web-apps-of = { $part } di { $whole } app

## Permissions
web-permissions-title = Autorizzazioni Graph
web-permissions-lead = Che cosa le app chiedono di leggere e modificare in Microsoft Graph, a partire dalle richieste più frequenti.
web-permissions-empty = Nessuna app richiede autorizzazioni.
web-permission-title = { $permission }: app che la richiedono
web-permission-lead = Quali app richiedono { $permission } e quali autorizzazioni più ristrette esistono.
web-permission-apps = App che la richiedono
web-permission-share = Quota di tutte le app
web-permission-in-catalog = Filtra il catalogo per questa autorizzazione
web-permission-narrower = Autorizzazioni più ristrette
web-permission-narrower-text = Questa le comprende. Chiedere se ne basta una.
web-permission-wider = Autorizzazioni più ampie
web-permission-wider-text = Chi ha una di queste ha anche quella di questa pagina.
web-permission-asked-by = App che la richiedono

## Publishers
web-publishers-lead = Chi offre le app del catalogo.
web-publishers-found = { $count ->
    [one] { $shown } editore
   *[other] { $shown } editori
  }
web-publisher-lead = Le app di { $publisher }, con ciò che dichiara su dati, sicurezza e privacy.

## What errors mean
web-problem-programs = Per i programmi
web-problem-status = Stato HTTP
web-problem-others = Altri errori

## App registrations
web-app-ids-lead = Gli ID con cui le app richiedono autorizzazioni, come li mostra il proprio tenant tra le applicazioni aziendali.
web-app-ids-search = ID di una registrazione di app
web-app-ids-find = Trova l’app
web-app-ids-found = { $count ->
    [one] { $shown } registrazione di app
   *[other] { $shown } registrazioni di app
  }
web-app-id-missing = Nessuna app di questo catalogo richiede autorizzazioni con “{ $id }”. Potrebbero usarlo app esterne al catalogo.
web-app-id-title = Registrazione di app { $id }
web-app-id-others = Altre app

## The history of an app
web-not-on-page = Non presente nella pagina
web-language-unknown = Lingua sconosciuta
web-version = Versione { $number }
web-history-title = Cronologia di { $app }
web-history-from = Da
web-history-to = A
web-history-compare = Confronta versioni
web-history-changes = Che cosa è cambiato
web-history-nothing = Le due versioni danno le stesse risposte.
web-history-without-texts = I testi liberi sono in due lingue e non sono stati confrontati.
web-history-first = Prima versione
web-history-first-text = Non c’è una versione precedente in questa lingua con cui confrontarla.
web-history-versions = Tutte le versioni
web-history-version = Versione
web-history-added = Inserita
web-history-current = Attuale
web-was = Prima
web-is = Dopo
web-page-form = Formato della pagina
web-page-form_2021 = Formato del 2021
web-page-form_2022 = Formato del 2022
web-permission-added = Aggiunta
web-permission-removed = Rimossa

## Apps side by side
web-compare-title = App affiancate
web-compare-add-first = Scegli la prima app
web-compare-add-second = Aggiungi una seconda app
web-compare-add = Aggiungi un’altra app
web-compare-choose = Scegli le app nel catalogo
web-compare-unknown = Non sono app del catalogo e sono state escluse:
web-compare-too-many = Sono state richieste { $count } app; sono mostrate le prime { $most }.
web-compare-only = Mostra solo le differenze
web-compare-all = Mostra tutte le righe
web-compare-same = Nessuna differenza.
web-differs = Diverso
web-asked = Richiesta
web-not-asked = Non richiesta

## A page in two languages
web-bilingual-title = { $app } in due lingue
web-bilingual-source = Testo di partenza
web-bilingual-left = A sinistra
web-bilingual-right = A destra
web-bilingual-show = Mostra testo a fronte
web-bilingual-none = Ancora nessuna traduzione
web-bilingual-none-text = La pagina di questa app esiste in una sola lingua e non mostra il testo di partenza.
web-bilingual-warnings = { $count ->
    [one] In { $shown } punto i due testi non hanno gli stessi numeri, date, indirizzi o norme.
   *[other] In { $shown } punti i due testi non hanno gli stessi numeri, date, indirizzi o norme.
  }
web-lost-address = Indirizzi diversi: { $left } | { $right }
web-lost-standard = Norme diverse: { $left } | { $right }
web-lost-date = Date diverse: { $left } | { $right }
web-lost-number = Numeri diversi: { $left } | { $right }
web-provenance-human = Tradotto da una persona
web-provenance-machine = Tradotto automaticamente
web-provenance-reviewed = Tradotto automaticamente, letto da una persona
web-translation-stale = Da allora il testo di partenza è cambiato

## The list of apps as a table
web-column-id = ID
web-column-name = Nome
web-column-publisher = Editore
web-column-tier = Livello di garanzia
web-column-stores-data = Archivia dati dei clienti
web-column-hosting = Hosting
web-column-frameworks = Norme dichiarate
web-column-permissions = Autorizzazioni
web-column-updated = Ultima modifica
web-column-link = Link

## The feed of changes
web-feed-lead = Le app i cui editori hanno modificato una risposta più di recente.
web-feed-changed = { $publisher } ha modificato alcune risposte in data { $day }.
web-feed-changed-by-nobody = Risposte modificate in data { $day }.
