# The pages of the site. What stands in backticks or is a name is never translated.
# Numbers and days arrive already in the form of the language.

## Every page
web-skip = Aller au contenu
web-nav-label = Navigation principale
web-nav-catalog = Catalogue
web-nav-permissions = Autorisations
web-nav-publishers = Éditeurs
web-nav-app-ids = Inscriptions d’applications
web-nav-trust = Confiance
web-search-label = Rechercher une application
web-language-label = Langue
# Shown in its own language to readers whose browser asks for it.
web-language-offer = Lire cette page en français
web-theme = Thème sombre
web-crumb-label = Vous êtes ici
web-home = Accueil
web-feed-title = Modifications du catalogue
web-foot-declared = Les réponses sont déclarées par les éditeurs. Seul ce qui porte le sceau a été vérifié par un analyste.
web-foot-feed = Flux des modifications
web-foot-api = Description de l’API
web-on-this-page = Sur cette page
web-print = Imprimer
web-first = Revenir au début
web-next = Suivant

## The front page
web-home-title = Sachez ce que fait une application avant de lui ouvrir vos portes
web-home-lead = Les éditeurs déclarent ce que leurs applications détiennent et qui peut le voir. Des analystes vérifient les preuves. Lisez les deux ici, dans votre langue.
web-home-search = Nom, éditeur, autorisation…
web-home-find = Rechercher
web-home-apps = Applications
web-home-certified = Certifiées
web-home-permissions = Autorisations demandées
web-home-publishers = Éditeurs
web-home-newest = Dernières réponses
web-home-all = Toutes les applications, de la plus récente à la plus ancienne
web-home-empty = Le catalogue est vide. `attestor catalog import DIR` le remplit, `attestor demo` montre un exemple.
web-door-check = Examiner une application
web-door-check-text = Les données qu’elle stocke, les normes qu’elle suit, les autorisations qu’elle demande et les questions restées sans réponse.
web-door-trust = S’appuyer sur des certificats
web-door-trust-text = Ce pour quoi les fournisseurs sont certifiés, les services couverts aujourd’hui et les documents correspondants.
web-door-compare = Comparer et suivre
web-door-compare-text = Jusqu’à quatre applications côte à côte, chaque version de chaque réponse et un flux des modifications.
web-door-build = Exploiter les données
web-door-build-text = Chaque page sous forme de données : listes en CSV, XLSX et JSON, API REST accompagnée de sa description.

## The catalog
web-catalog-title = Catalogue d’applications
web-catalog-description = Des applications professionnelles, avec ce que leurs éditeurs déclarent sur les données, la sécurité et la vie privée, et ce qui a été vérifié.
web-facets = Filtres
web-facets-apply = Afficher les applications
web-facet-tier = Niveau d’assurance
web-facet-host-product = Fonctionne dans
web-facet-stores-data = Stocke des données client
web-facet-hosting = Hébergement
web-facet-framework = Norme ou loi
web-facet-permission = Autorisation
web-facet-freshness = Dernière modification
web-facet-publisher = Éditeur
web-facet-more = { $count } de plus
web-tier-attested = Attestée par l’éditeur
web-tier-certified = Certifiée
web-fresh-within_3_months = 3 derniers mois
web-fresh-within_12_months = 12 derniers mois
web-fresh-older = Plus ancienne
web-fresh-unknown = Inconnue
web-product-excel = Excel
web-product-onenote = OneNote
web-product-outlook = Outlook
web-product-powerpoint = PowerPoint
web-product-project = Project
web-product-sharepoint = SharePoint
web-product-teams = Teams
web-product-word = Word
web-chosen = Filtres choisis
web-remove = retirer
web-remove-all = Retirer tous les filtres
web-remove-one = Retirer « { $filter } »
web-found = { $count ->
    [one] { $shown } application
   *[other] { $shown } applications
  }
web-range = { $first }–{ $last } sur { $total }
web-no-match = Aucune application ne correspond.
web-no-match-hint = Moins de mots ou moins de filtres donnent plus de résultats.
web-sort = Tri
web-sort-relevance = Pertinence
web-sort-name = Nom
web-sort-newest = Plus récentes
web-compare-pick = Comparer
web-compare-go = Comparer les applications choisies

## An app
web-app-title = { $app } par { $publisher }
web-app-description = Ce que l’éditeur de { $app } déclare sur les données, la sécurité, la conformité et la vie privée.
web-app-updated = Dernière modification par l’éditeur :
web-stale = Sans confirmation depuis plus d’un an
web-seal-title = Certifiée
web-seal-text = Un analyste a vérifié des preuves pour les domaines ci-dessous.
web-seal-plain = Un analyste a vérifié des preuves.
web-seal-failed = Un domaine est en échec ; voir les résultats ci-dessous.
web-summary = En bref
web-summary-stores = Stocke des données client
web-summary-answered = Questions répondues
web-summary-of = sur { $count }
web-summary-frameworks = Normes déclarées
web-summary-permissions = Autorisations Graph
web-summary-broad = { $count ->
    [0] dont aucune à large portée
   *[other] dont { $shown } à large portée
  }
web-state-good = Favorable
web-state-look = Point d’attention
web-state-neutral = Neutre
web-state-na = Sans objet
web-state-blank = Sans réponse
web-bar = Favorables : { $good }, points d’attention : { $look }, neutres : { $neutral }, sans objet : { $na }, sans réponse : { $blank }
web-declared = Déclaré par l’éditeur · { $answered } sur { $asked }
web-checked = Vérifié
web-checked-by-analyst = Vérifié par un analyste
web-question = Question
web-answer = Réponse
web-answer-blank = Sans réponse
web-answer-unreadable = Illisible
web-old-report = Plus de 12 mois
web-section-general = Informations générales
web-section-data = Traitement des données
web-section-security = Sécurité
web-section-compliance = Conformité
web-section-privacy = Vie privée
web-section-identity = Identité
web-section-other = Autres éléments de cette page
web-blank-rows = { $count ->
    [one] L’éditeur n’a pas répondu à { $shown } question
   *[other] L’éditeur n’a pas répondu à { $shown } questions
  }
web-history = Historique
web-bilingual = Côte à côte
web-permissions = Autorisations Graph
web-permissions-filter = Filtrer les autorisations
web-permission = Autorisation
web-permission-type = Type
web-permission-delegated = Délégué
web-permission-application = Application
web-permission-both = Les deux
web-justification = Motif
web-no-reason = Aucun motif indiqué
web-broad = Large portée
web-registration = Inscription de l’application
web-certification = Certification
web-control = Contrôle
web-outcome = Résultat
web-outcome-pass = Réussi
web-outcome-fail = Échec
web-outcome-in_scope = Dans l’étendue
web-outcome-na = Sans objet
web-app-closing = Les réponses sont déclarées par l’éditeur. Seul ce qui porte le sceau a été vérifié par un analyste.

## Notes on an app
web-note-machine = Cette page a été traduite automatiquement. Les réponses originales de l’éditeur font foi.
web-note-machine-on = Cette page a été traduite automatiquement le { $day }. Les réponses originales de l’éditeur font foi.
web-note-other-language = Langue des textes de l’éditeur : { $language }. Les questions et les choix sont dans la vôtre.
web-note-not-newest = Il existe une version plus récente dans une autre langue : { $language }.
web-note-old-version = Ceci est la version { $number } sur { $count }, pas la version actuelle.
web-note-current = Lire la version actuelle
web-note-original = Lire l’original
web-note-findings = Ce qui ne concorde pas sur cette page
web-finding-permissions_without_sign_in = { $permissions ->
    [one] Elle mentionne { $permissions } autorisation Graph et indique que la connexion à l’application ne passe pas par la plateforme.
   *[other] Elle mentionne { $permissions } autorisations Graph et indique que la connexion à l’application ne passe pas par la plateforme.
  }
web-finding-certified_with_failed_domain = L’application est présentée comme certifiée, et un domaine est en échec : { $domain }.
web-finding-ids_disagree = Elle mentionne aussi l’ID { $other } ; l’application est conservée sous { $kept }.
web-finding-blanks = { $count ->
    [one] { $shown } question est restée sans réponse.
   *[other] { $shown } questions sont restées sans réponse.
  }
web-finding-stale_date = L’éditeur a modifié une réponse pour la dernière fois le { $day }, il y a plus d’un an.
web-finding-future_date = La dernière modification par l’éditeur porte une date future : { $day }.

## Problems
web-request-id = Numéro de cette requête :
web-problem-unauthorized = Connectez-vous d’abord
web-problem-unauthorized-text = Seule une personne connectée peut ouvrir cette page. Les programmes envoient un jeton d’accès encore valable.
web-problem-forbidden = Ceci n’est pas pour vous
web-problem-forbidden-text = Votre rôle ou votre jeton ne le permet pas. Rien n’a été modifié.
web-problem-too-many = Trop de tentatives
web-problem-too-many-text = Attendez le temps indiqué par la réponse, puis réessayez.
web-problem-not-found = Il n’y a rien à cette adresse
web-problem-not-found-text = L’adresse comporte peut-être une faute de frappe, ou l’application n’a jamais figuré dans ce catalogue. Rien n’a été perdu.
web-problem-bad-request = L’adresse demande quelque chose qui n’existe pas
web-problem-bad-request-text = Un filtre ou un nombre dans l’adresse n’a pas la forme attendue. Retirez-le et réessayez.
web-problem-method-not-allowed = Cette page peut seulement être lue
web-problem-method-not-allowed-text = Rien n’a été modifié.
web-problem-too-large = C’est trop à la fois
web-problem-too-large-text = Les données envoyées, ou l’adresse elle-même, dépassent la longueur que ce serveur accepte. Rien n’a été conservé.
web-problem-too-slow = Cela a pris trop de temps
web-problem-too-slow-text = Le serveur a abandonné cette requête pour rester rapide pour les autres. Rien n’a été perdu ; réessayez.
web-problem-failure = Une erreur s’est produite de notre côté
web-problem-failure-text = Elle a été consignée sous le numéro ci-dessous. Rien n’a été perdu ; réessayez dans un instant.
web-problem-unavailable = Le catalogue ne peut pas être lu pour le moment
web-problem-unavailable-text = La base de données ne répond pas. Rien n’a été perdu ; réessayez dans un instant.

## Answers in lists
web-answer-yes = Oui
web-answer-no = Non
web-answer-na = Sans objet
web-answer-unanswered = Sans réponse
web-stores-yes = Stocke des données client
web-stores-no = Ne stocke pas de données client
web-stores-na = Données client : sans objet
web-stores-unanswered = Données client : sans réponse
web-permission-count = { $count ->
    [one] { $shown } autorisation
   *[other] { $shown } autorisations
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
web-heading-telemetry-data = Télémétrie
web-heading-organizational-controls-for-data-stored-by-partner = Contrôle des données stockées
web-heading-human-review-of-organizational-information = Personnes qui consultent les données
web-heading-non-microsoft-services-used = Autres services qui reçoivent des données
web-heading-data-access-via-bots = Données accessibles aux bots
web-heading-data-access-using-other-microsoft-apis = Autres API Microsoft

## Long lists
web-previous = Précédent
web-pages = Pages de cette liste
web-letters = Premières lettres
web-apps-of = { $part } applications sur { $whole }

## Permissions
web-permissions-title = Autorisations Graph
web-permissions-lead = Ce que les applications demandent à lire et à modifier dans Microsoft Graph, du plus fréquent au moins fréquent.
web-permissions-empty = Aucune application ne demande d’autorisation.
web-permission-title = { $permission } : applications qui la demandent
web-permission-lead = Les applications qui demandent { $permission } et les autorisations plus restreintes qui existent.
web-permission-apps = Applications qui la demandent
web-permission-share = Part de toutes les applications
web-permission-in-catalog = Filtrer le catalogue par cette autorisation
web-permission-narrower = Autorisations plus restreintes
web-permission-narrower-text = Celle-ci les englobe. Demandez si l’une d’elles suffit.
web-permission-wider = Autorisations plus larges
web-permission-wider-text = Qui possède l’une d’elles possède aussi celle-ci.
web-permission-asked-by = Applications qui la demandent

## Publishers
web-publishers-lead = Qui propose les applications du catalogue.
web-publishers-found = { $count ->
    [one] { $shown } éditeur
   *[other] { $shown } éditeurs
  }
web-publisher-lead = Les applications de { $publisher }, avec ses déclarations sur les données, la sécurité et la vie privée.

## What errors mean
web-problem-programs = Pour les programmes
web-problem-status = Statut HTTP
web-problem-others = Autres erreurs

## App registrations
web-app-ids-lead = Les ID sous lesquels les applications demandent des autorisations, tels que votre locataire les affiche dans les applications d’entreprise.
web-app-ids-search = ID d’une inscription d’application
web-app-ids-find = Trouver l’application
web-app-ids-found = { $count ->
    [one] { $shown } inscription d’application
   *[other] { $shown } inscriptions d’applications
  }
web-app-id-missing = Aucune application de ce catalogue ne demande d’autorisations sous « { $id } ». Des applications hors du catalogue l’utilisent peut-être.
web-app-id-title = Inscription d’application { $id }
web-app-id-others = Autres applications

## The history of an app
web-not-on-page = Absent de la page
web-language-unknown = Langue inconnue
web-version = Version { $number }
web-history-title = Historique de { $app }
web-history-from = De
web-history-to = À
web-history-compare = Comparer les versions
web-history-changes = Ce qui a changé
web-history-nothing = Les deux versions donnent les mêmes réponses.
web-history-without-texts = Les textes libres sont dans deux langues et n’ont pas été comparés.
web-history-first = Première version
web-history-first-text = Il n’existe pas de version antérieure dans cette langue à laquelle la comparer.
web-history-versions = Toutes les versions
web-history-version = Version
web-history-added = Date d’ajout
web-history-current = Actuelle
web-was = Avant
web-is = Après
web-page-form = Format de la page
web-page-form_2021 = Format de 2021
web-page-form_2022 = Format de 2022
web-permission-added = Ajoutée
web-permission-removed = Retirée

## Apps side by side
web-compare-title = Applications côte à côte
web-compare-add-first = Choisir la première application
web-compare-add-second = Ajouter une deuxième application
web-compare-add = Ajouter une autre application
web-compare-choose = Choisir des applications dans le catalogue
web-compare-unknown = Ce ne sont pas des applications du catalogue, elles ont été écartées :
web-compare-too-many = { $count } applications ont été demandées ; les { $most } premières sont affichées.
web-compare-only = N’afficher que les différences
web-compare-all = Afficher toutes les lignes
web-compare-same = Aucune différence.
web-differs = Différent
web-asked = Demandée
web-not-asked = Non demandée

## A page in two languages
web-bilingual-title = { $app } en deux langues
web-bilingual-source = Texte source
web-bilingual-left = Gauche
web-bilingual-right = Droite
web-bilingual-show = Afficher côte à côte
web-bilingual-none = Pas encore de traduction
web-bilingual-none-text = La page de cette application n’existe que dans une langue et ne montre pas son texte source.
web-bilingual-warnings = { $count ->
    [one] À { $shown } endroit, les deux textes n’ont pas les mêmes nombres, dates, adresses ou normes.
   *[other] À { $shown } endroits, les deux textes n’ont pas les mêmes nombres, dates, adresses ou normes.
  }
web-lost-address = Adresses différentes : { $left } | { $right }
web-lost-standard = Normes différentes : { $left } | { $right }
web-lost-date = Dates différentes : { $left } | { $right }
web-lost-number = Nombres différents : { $left } | { $right }
web-provenance-human = Traduit par une personne
web-provenance-machine = Traduit automatiquement
web-provenance-reviewed = Traduit automatiquement, relu par une personne
web-translation-stale = Texte source modifié depuis

## The list of apps as a table
web-column-id = ID
web-column-name = Nom
web-column-publisher = Éditeur
web-column-tier = Niveau d’assurance
web-column-stores-data = Stocke des données client
web-column-hosting = Hébergement
web-column-frameworks = Normes déclarées
web-column-permissions = Autorisations
web-column-updated = Dernière modification
web-column-link = Lien

## The feed of changes
web-feed-lead = Les applications dont les éditeurs ont modifié une réponse en dernier.
web-feed-changed = { $publisher } a modifié des réponses le { $day }.
web-feed-changed-by-nobody = Des réponses ont été modifiées le { $day }.
