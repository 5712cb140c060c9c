# Trust portals as everybody sees them. Days and numbers arrive in the form of the language.

## Lists
trust-title = Portails de confiance
trust-lead = Ce pour quoi les fournisseurs sont certifiés, les services couverts aujourd’hui et les documents qui le montrent.
trust-found = { $count ->
    [one] { $shown } fournisseur
   *[other] { $shown } fournisseurs
  }
trust-none = Personne n’a encore publié de portail
trust-none-text = Un éditeur le fait depuis ses propres pages ici.
trust-center-lead = Certificats, rapports et services couverts de { $provider }.
trust-standard-lead = { $standard } chez { $provider } : services couverts, certificats, rapports, questions.
trust-published = Publié le
trust-standards = Normes
trust-standards-none = Aucune norme n’est encore présentée.
trust-apps = Applications certifiées de ce fournisseur
trust-documents = Documents
trust-documents-lead = Certains documents s’ouvrent après connexion, acceptation d’un accord ou approbation.
trust-document = Document
trust-as-data = Ce portail sous forme de données :
trust-attention = Points d’attention

## Where an offering stands
trust-holding = { $count ->
    [one] { $shown } certificat en vigueur
   *[other] { $shown } certificats en vigueur
  }
trust-holding-none = Aucun certificat en vigueur
trust-expiring-count = { $shown } bientôt à échéance
trust-overdue = Audit en retard
trust-edition-ended = Édition terminée
trust-told-overdue = { $standard } : le prochain audit était attendu au plus tard le { $due }. Le dernier date du { $last }.
trust-told-edition = { $standard } : les certificats de cette édition ont pris fin le { $day }.
trust-told-expired = Le certificat { $certificate } a pris fin le { $day }.
trust-told-expiring = Le certificat { $certificate } prend fin le { $day }.
trust-told-undated = Le certificat { $certificate } n’indique pas de dernier jour. Ne vous appuyez pas dessus.
trust-told-leaving = { $service } quitte le périmètre après le { $day }.
trust-cycle-unknown = Aucun audit n’est connu.
trust-cycle-running = Le dernier audit date du { $last }. Le prochain est attendu au plus tard le { $due }.
trust-cycle-overdue = Le dernier audit date du { $last }. Le prochain était attendu au plus tard le { $due } et il est en retard.

## Where a certificate stands
trust-state-future = Pas encore en vigueur
trust-state-published = En vigueur
trust-state-expiring = { $count ->
    [one] Prend fin dans { $shown } jour
   *[other] Prend fin dans { $shown } jours
  }
trust-state-expired = Expiré
trust-state-superseded = Remplacé
trust-state-withdrawn = Retiré
trust-state-undated = Sans date de fin

## Who may open a document
trust-access = Accès
trust-access-public = Public
trust-access-signed-in = Après connexion
trust-access-agreement = Après accord
trust-access-approval = Après approbation

## Languages
trust-view = Langue des textes
trust-view-both = Côte à côte
trust-not-in-language = Ce portail n’est pas rédigé dans votre langue. Ses textes sont affichés en { $language }.
trust-not-translated = Non traduit
trust-differing = { $count ->
    [one] Les langues de { $shown } texte de ce portail se contredisent. Il est signalé.
   *[other] Les langues de { $shown } textes de ce portail se contredisent. Ils sont signalés.
  }
trust-differs-standards = Normes différentes : { $source } | { $translation }
trust-differs-editions = Éditions différentes : { $source } | { $translation }
trust-differs-certificate-numbers = Numéros de certificat différents : { $source } | { $translation }
trust-differs-numbers = Nombres différents : { $source } | { $translation }
trust-differs-services = Services différents : { $source } | { $translation }
trust-differs-links = Liens différents : { $source } | { $translation }

## Sections
trust-section-overview = La norme
trust-section-position = Le fournisseur et la norme
trust-section-services = Services couverts
trust-section-certificates = Certificats
trust-section-reports = Rapports
trust-section-statements = Déclarations d’applicabilité
trust-section-questions = Questions fréquentes
trust-section-resources = Ressources
trust-section-white-papers = Livres blancs
trust-section-background = Contexte
trust-group-other = Autres services
trust-watch = Suivre cette norme
trust-timeline = Validité et audits
trust-today = Aujourd’hui

## Services
trust-service = Service
trust-services-none = Aucun service n’est couvert.
trust-service-group = Fait partie de { $name }
trust-service-aliases = Aussi ou anciennement : { $name }
trust-cloud-public = pour tous
trust-cloud-government = pour les administrations
trust-cloud-defense = pour la défense
trust-cloud-sovereign = pour un seul pays
trust-scope-in = Couvert
trust-scope-out = Non couvert
trust-scope-since = Depuis le { $day }
trust-scope-from = À partir du { $day }
trust-scope-until = Jusqu’au { $day }
trust-scope-ended = Sorti le { $day }

## Certificates and reports
trust-look-up = Consulter auprès de l’organisme de certification
trust-open = Ouvrir
trust-item-report = Rapport
trust-fact-number = Numéro
trust-fact-body = Organisme de certification
trust-fact-scope = Périmètre
trust-fact-services = Services
trust-fact-clouds = Clouds
trust-fact-issued = Délivré le
trust-fact-expires = Expire le
trust-fact-edition-ends = Fin de l’édition
trust-fact-surveillance = Audits de surveillance
trust-fact-kind = Type
trust-fact-standards = Normes
trust-fact-period = Période
trust-fact-bridges = Prolonge
trust-report-assessment = Rapport d’audit
trust-report-soc = Rapport sur les contrôles
trust-report-bridge-letter = Lettre de transition
trust-report-pentest-summary = Résumé d’un test d’intrusion
trust-report-soa = Déclaration d’applicabilité
trust-report-certificate = Certificat

## Statements of applicability
trust-statement-of = Déclaration d’applicabilité de { $certificate }
trust-statement-said = { $part } éléments sur { $whole } s’appliquent
trust-statement-full = Les motifs et les références figurent dans la déclaration complète.
trust-statement-rows = Tous les éléments
trust-row = Élément
trust-row-state = État
trust-row-duty = À la charge de
trust-row-reason = Motif
trust-row-not-applicable = Ne s’applique pas
trust-row-done = Mis en œuvre
trust-row-not-done = Pas encore mis en œuvre
trust-row-applies = S’applique
trust-duty-provider = Le fournisseur
trust-duty-shared = Le fournisseur et le client
trust-duty-customer = Le client

## Reading
trust-priced = Payant
trust-resource-mapping = Correspondances
trust-resource-standard = Norme
trust-resource-case-study = Étude de cas
trust-resource-terms = Conditions
trust-resource-white-paper = Livre blanc
trust-resource-background = Contexte
trust-resource-reports = Autres rapports
trust-resource-other = Autre
