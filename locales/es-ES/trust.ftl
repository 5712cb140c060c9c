# Trust portals as everybody sees them. Days and numbers arrive in the form of the language.

## Lists
trust-title = Portales de confianza
trust-lead = Para qué están certificados los proveedores, qué servicios cubre hoy y los documentos que lo demuestran.
trust-found = { $count ->
    [one] { $shown } proveedor
   *[other] { $shown } proveedores
  }
trust-none = Nadie ha publicado todavía un portal
trust-none-text = Los editores lo hacen desde sus propias páginas aquí.
trust-center-lead = Certificados, informes y servicios incluidos de { $provider }.
trust-standard-lead = { $standard } en { $provider }: servicios incluidos, certificados, informes, preguntas.
trust-published = Publicado el
trust-standards = Normas
trust-standards-none = Todavía no se muestra ninguna norma.
trust-apps = Aplicaciones certificadas de este proveedor
trust-documents = Documentos
trust-documents-lead = Algunos documentos se abren tras iniciar sesión, aceptar un acuerdo o recibir aprobación.
trust-document = Documento
trust-as-data = Este portal como datos:
trust-attention = Qué requiere atención

## Where an offering stands
trust-holding = { $count ->
    [one] { $shown } certificado vigente
   *[other] { $shown } certificados vigentes
  }
trust-holding-none = Ningún certificado vigente
trust-expiring-count = { $shown } a punto de terminar
trust-overdue = Auditoría atrasada
trust-edition-ended = Edición terminada
trust-told-overdue = { $standard }: la próxima auditoría debía hacerse antes del { $due }. La última fue el { $last }.
trust-told-edition = { $standard }: los certificados de esta edición terminaron el { $day }.
trust-told-expired = El certificado { $certificate } terminó el { $day }.
trust-told-expiring = El certificado { $certificate } termina el { $day }.
trust-told-undated = El certificado { $certificate } no indica su último día. No se apoye en él.
trust-told-leaving = { $service } deja el alcance después del { $day }.
trust-cycle-unknown = No se conoce ninguna auditoría.
trust-cycle-running = La última auditoría fue el { $last }. La próxima debe hacerse antes del { $due }.
trust-cycle-overdue = La última auditoría fue el { $last }. La próxima debía hacerse antes del { $due } y está atrasada.

## Where a certificate stands
trust-state-future = Todavía no vigente
trust-state-published = Vigente
trust-state-expiring = { $count ->
    [one] Termina en { $shown } día
   *[other] Termina en { $shown } días
  }
trust-state-expired = Caducado
trust-state-superseded = Sustituido
trust-state-withdrawn = Retirado
trust-state-undated = Sin fecha de fin

## Who may open a document
trust-access = Acceso
trust-access-public = Público
trust-access-signed-in = Tras iniciar sesión
trust-access-agreement = Tras un acuerdo
trust-access-approval = Tras aprobación

## Languages
trust-view = Idioma de los textos
trust-view-both = En paralelo
trust-not-in-language = Este portal no está escrito en su idioma. Sus textos se muestran en { $language }.
trust-not-translated = Sin traducir
trust-differing = { $count ->
    [one] Los idiomas de { $shown } texto de este portal no coinciden. Está marcado.
   *[other] Los idiomas de { $shown } textos de este portal no coinciden. Están marcados.
  }
trust-differs-standards = Normas distintas: { $source } | { $translation }
trust-differs-editions = Ediciones distintas: { $source } | { $translation }
trust-differs-certificate-numbers = Números de certificado distintos: { $source } | { $translation }
trust-differs-numbers = Números distintos: { $source } | { $translation }
trust-differs-services = Servicios distintos: { $source } | { $translation }
trust-differs-links = Enlaces distintos: { $source } | { $translation }

## Sections
trust-section-overview = La norma
trust-section-position = El proveedor y la norma
trust-section-services = Servicios incluidos
trust-section-certificates = Certificados
trust-section-reports = Informes
trust-section-statements = Declaraciones de aplicabilidad
trust-section-questions = Preguntas frecuentes
trust-section-resources = Recursos
trust-section-white-papers = Documentos técnicos
trust-section-background = Contexto
trust-group-other = Otros servicios
trust-watch = Seguir esta norma
trust-timeline = Vigencia y auditorías
trust-today = Hoy

## Services
trust-service = Servicio
trust-services-none = No hay servicios incluidos.
trust-service-group = Parte de { $name }
trust-service-aliases = También o antes: { $name }
trust-cloud-public = para todos
trust-cloud-government = para administraciones
trust-cloud-defense = para la defensa
trust-cloud-sovereign = para un solo país
trust-scope-in = Incluido
trust-scope-out = No incluido
trust-scope-since = Desde el { $day }
trust-scope-from = A partir del { $day }
trust-scope-until = Hasta el { $day }
trust-scope-ended = Salió el { $day }

## Certificates and reports
trust-look-up = Consultar en el organismo de certificación
trust-open = Abrir
trust-item-report = Informe
trust-fact-number = Número
trust-fact-body = Organismo de certificación
trust-fact-scope = Alcance
trust-fact-services = Servicios
trust-fact-clouds = Nubes
trust-fact-issued = Emitido
trust-fact-expires = Caduca
trust-fact-edition-ends = Fin de la edición
trust-fact-surveillance = Auditorías de seguimiento
trust-fact-kind = Tipo
trust-fact-standards = Normas
trust-fact-period = Periodo
trust-fact-bridges = Prolonga
trust-report-assessment = Informe de auditoría
trust-report-soc = Informe sobre controles
trust-report-bridge-letter = Carta puente
trust-report-pentest-summary = Resumen de una prueba de penetración
trust-report-soa = Declaración de aplicabilidad
trust-report-certificate = Certificado

## Statements of applicability
trust-statement-of = Declaración de aplicabilidad de { $certificate }
trust-statement-said = Se aplican { $part } de { $whole } elementos
trust-statement-full = Los motivos y las referencias están en la declaración completa.
trust-statement-rows = Todos los elementos
trust-row = Elemento
trust-row-state = Estado
trust-row-duty = A cargo de
trust-row-reason = Motivo
trust-row-not-applicable = No se aplica
trust-row-done = Implantado
trust-row-not-done = Aún sin implantar
trust-row-applies = Se aplica
trust-duty-provider = El proveedor
trust-duty-shared = Proveedor y cliente
trust-duty-customer = El cliente

## Reading
trust-priced = De pago
trust-resource-mapping = Correspondencias
trust-resource-standard = Norma
trust-resource-case-study = Caso práctico
trust-resource-terms = Condiciones
trust-resource-white-paper = Documento técnico
trust-resource-background = Contexto
trust-resource-reports = Más informes
trust-resource-other = Otros
