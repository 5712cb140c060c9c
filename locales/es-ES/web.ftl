# The pages of the site. What stands in backticks or is a name is never translated.
# Numbers and days arrive already in the form of the language.

## Every page
web-skip = Ir al contenido
web-nav-label = Navegación principal
web-nav-catalog = Catálogo
web-nav-permissions = Permisos
web-nav-publishers = Editores
web-nav-app-ids = Registros de aplicaciones
web-nav-trust = Confianza
web-search-label = Buscar aplicaciones
web-language-label = Idioma
# Shown in its own language to readers whose browser asks for it.
web-language-offer = Leer esta página en español
web-theme = Tema oscuro
web-crumb-label = Ruta de navegación
web-home = Inicio
web-feed-title = Cambios en el catálogo
web-foot-declared = Las respuestas las declaran los editores. Solo lo que lleva el sello ha sido comprobado por un analista.
web-foot-feed = Fuente web de cambios
web-foot-api = Descripción de la API
web-on-this-page = En esta página
web-print = Imprimir
web-first = Desde el principio
web-next = Siguiente

## The front page
web-home-title = Sepa qué hace una aplicación antes de dejarla entrar
web-home-lead = Los editores declaran qué guardan sus aplicaciones y quién puede verlo. Los analistas comprueban las pruebas. Lea ambas cosas aquí, en su idioma.
web-home-search = Nombre, editor, permiso…
web-home-find = Buscar
web-home-apps = Aplicaciones
web-home-certified = Certificadas
web-home-permissions = Permisos solicitados
web-home-publishers = Editores
web-home-newest = Respuestas más recientes
web-home-all = Todas las aplicaciones, de más a menos recientes
web-home-empty = El catálogo está vacío. `attestor catalog import DIR` lo llena; `attestor demo` muestra un ejemplo.
web-door-check = Examinar una aplicación
web-door-check-text = Qué datos almacena, qué normas sigue, qué permisos solicita y qué preguntas nadie ha respondido.
web-door-trust = Apoyarse en certificados
web-door-trust-text = Para qué están certificados los proveedores, qué servicios cubre hoy y los documentos que lo respaldan.
web-door-compare = Comparar y seguir
web-door-compare-text = Hasta cuatro aplicaciones en paralelo, cada versión de cada respuesta y una fuente web con los cambios.
web-door-build = Crear a partir de los datos
web-door-build-text = Cada página en forma de datos: listas en CSV, XLSX y JSON, y una API REST con su descripción.

## The catalog
web-catalog-title = Catálogo de aplicaciones
web-catalog-description = Aplicaciones para empresas, con lo que declaran sus editores sobre datos, seguridad y privacidad, y lo que se ha comprobado.
web-facets = Filtros
web-facets-apply = Mostrar aplicaciones
web-facet-tier = Nivel de garantía
web-facet-host-product = Funciona en
web-facet-stores-data = Almacena datos de clientes
web-facet-hosting = Alojamiento
web-facet-framework = Norma o ley
web-facet-permission = Permiso
web-facet-freshness = Último cambio
web-facet-publisher = Editor
web-facet-more = { $count } más
web-tier-attested = Atestiguada por el editor
web-tier-certified = Certificada
web-fresh-within_3_months = Últimos 3 meses
web-fresh-within_12_months = Últimos 12 meses
web-fresh-older = Más antiguo
web-fresh-unknown = Desconocido
web-product-excel = Excel
web-product-onenote = OneNote
web-product-outlook = Outlook
web-product-powerpoint = PowerPoint
web-product-project = Project
web-product-sharepoint = SharePoint
web-product-teams = Teams
web-product-word = Word
web-chosen = Filtros elegidos
web-remove = quitar
web-remove-all = Quitar todos los filtros
web-remove-one = Quitar «{ $filter }»
web-found = { $count ->
    [one] { $shown } aplicación
   *[other] { $shown } aplicaciones
  }
web-range = { $first }–{ $last } de { $total }
web-no-match = No hay ninguna aplicación que coincida.
web-no-match-hint = Con menos palabras o menos filtros aparecen más.
web-sort = Orden
web-sort-relevance = Relevancia
web-sort-name = Nombre
web-sort-newest = Más recientes
web-compare-pick = Comparar
web-compare-go = Comparar las aplicaciones elegidas

## An app
web-app-title = { $app } de { $publisher }
web-app-description = Lo que declara el editor de { $app } sobre datos, seguridad, cumplimiento y privacidad.
web-app-updated = Último cambio del editor:
web-stale = Sin confirmar desde hace más de un año
web-seal-title = Certificada
web-seal-text = Un analista ha comprobado pruebas de los dominios que figuran más abajo.
web-seal-plain = Un analista ha comprobado pruebas.
web-seal-failed = Un dominio no se superó; vea los resultados más abajo.
web-summary = En resumen
web-summary-stores = Almacena datos de clientes
web-summary-answered = Preguntas respondidas
web-summary-of = de { $count }
web-summary-frameworks = Normas declaradas
web-summary-permissions = Permisos de Graph
web-summary-broad = { $count ->
    [0] ninguno de amplio alcance
   *[other] { $shown } de amplio alcance
  }
web-state-good = Favorable
web-state-look = Merece atención
web-state-neutral = Neutra
web-state-na = No aplicable
web-state-blank = Sin respuesta
web-bar = Favorables: { $good }, merecen atención: { $look }, neutras: { $neutral }, no aplicables: { $na }, sin respuesta: { $blank }
web-declared = Declarado por el editor · { $answered } de { $asked }
web-checked = Comprobado
web-checked-by-analyst = Comprobado por un analista
web-question = Pregunta
web-answer = Respuesta
web-answer-blank = Sin respuesta
web-answer-unreadable = Ilegible
web-old-report = Más de 12 meses
web-section-general = Información general
web-section-data = Tratamiento de datos
web-section-security = Seguridad
web-section-compliance = Cumplimiento
web-section-privacy = Privacidad
web-section-identity = Identidad
web-section-other = Más en esta página
web-blank-rows = { $count ->
    [one] El editor no ha respondido { $shown } pregunta
   *[other] El editor no ha respondido { $shown } preguntas
  }
web-history = Historial
web-bilingual = En paralelo
web-permissions = Permisos de Graph
web-permissions-filter = Filtrar permisos
web-permission = Permiso
web-permission-type = Tipo
web-permission-delegated = Delegado
web-permission-application = Aplicación
web-permission-both = Ambos
web-justification = Motivo
web-no-reason = Sin motivo indicado
web-broad = Amplio alcance
web-registration = Registro de la aplicación
web-certification = Certificación
web-control = Control
web-outcome = Resultado
web-outcome-pass = Aprobado
web-outcome-fail = No aprobado
web-outcome-in_scope = En el ámbito
web-outcome-na = No aplicable
web-app-closing = Las respuestas las declara el editor. Solo lo que lleva el sello ha sido comprobado por un analista.

## Notes on an app
web-note-machine = Esta página es una traducción automática. Prevalecen las respuestas originales del editor.
web-note-machine-on = Esta página se tradujo automáticamente el { $day }. Prevalecen las respuestas originales del editor.
web-note-other-language = Idioma de los textos del editor: { $language }. Las preguntas y las opciones están en el suyo.
web-note-not-newest = Hay una versión más reciente en otro idioma: { $language }.
web-note-old-version = Esta es la versión { $number } de { $count }, no la actual.
web-note-current = Leer la versión actual
web-note-original = Leer el original
web-note-findings = Lo que no concuerda en esta página
web-finding-permissions_without_sign_in = { $permissions ->
    [one] Enumera { $permissions } permiso de Graph y dice que el inicio de sesión de la aplicación no pasa por la plataforma.
   *[other] Enumera { $permissions } permisos de Graph y dice que el inicio de sesión de la aplicación no pasa por la plataforma.
  }
web-finding-certified_with_failed_domain = La aplicación figura como certificada y un dominio no se ha aprobado: { $domain }.
web-finding-ids_disagree = También indica el id. { $other }; la aplicación se conserva como { $kept }.
web-finding-blanks = { $count ->
    [one] { $shown } pregunta quedó sin responder.
   *[other] { $shown } preguntas quedaron sin responder.
  }
web-finding-stale_date = El editor cambió una respuesta por última vez el { $day }, hace más de un año.
web-finding-future_date = El último cambio del editor tiene una fecha futura: { $day }.

## Problems
web-request-id = Número de esta solicitud:
web-problem-unauthorized = Inicie sesión primero
web-problem-unauthorized-text = Solo puede abrirlo quien haya iniciado sesión. Los programas envían un token de acceso que no haya caducado.
web-problem-forbidden = Esto no es para usted
web-problem-forbidden-text = Su función o su token no lo permite. No se cambió nada.
web-problem-too-many = Demasiados intentos
web-problem-too-many-text = Espere el tiempo que indica la respuesta y vuelva a intentarlo.
web-problem-not-found = No hay nada en esta dirección
web-problem-not-found-text = Puede que la dirección esté mal escrita o que la aplicación nunca haya estado en este catálogo. No se ha perdido nada.
web-problem-bad-request = La dirección pide algo que no existe
web-problem-bad-request-text = Un filtro o un número de la dirección no tiene la forma debida. Quítelo e inténtelo de nuevo.
web-problem-method-not-allowed = Esta página solo se puede leer
web-problem-method-not-allowed-text = No se ha cambiado nada.
web-problem-too-large = Es demasiado de una vez
web-problem-too-large-text = Lo enviado, o la propia dirección, es más largo de lo que admite este servidor. No se ha guardado nada.
web-problem-too-slow = Ha tardado demasiado
web-problem-too-slow-text = El servidor ha abandonado esta solicitud para seguir siendo rápido para los demás. No se ha perdido nada; inténtelo de nuevo.
web-problem-failure = Algo ha fallado por nuestra parte
web-problem-failure-text = El error ha quedado registrado con el número que figura abajo. No se ha perdido nada; inténtelo de nuevo en un momento.
web-problem-unavailable = El catálogo no se puede leer en este momento
web-problem-unavailable-text = La base de datos no responde. No se ha perdido nada; inténtelo de nuevo en un momento.

## Answers in lists
web-answer-yes = Sí
web-answer-no = No
web-answer-na = No aplicable
web-answer-unanswered = Sin respuesta
web-stores-yes = Almacena datos de clientes
web-stores-no = No almacena datos de clientes
web-stores-na = Datos de clientes: no aplicable
web-stores-unanswered = Datos de clientes: sin respuesta
web-permission-count = { $count ->
    [one] { $shown } permiso
   *[other] { $shown } permisos
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
web-heading-telemetry-data = Telemetría
web-heading-organizational-controls-for-data-stored-by-partner = Control sobre los datos almacenados
web-heading-human-review-of-organizational-information = Personas que ven los datos
web-heading-non-microsoft-services-used = Otros servicios que reciben datos
web-heading-data-access-via-bots = Datos a los que acceden los bots
web-heading-data-access-using-other-microsoft-apis = Otras API de Microsoft

## Long lists
web-previous = Anterior
web-pages = Páginas de esta lista
web-letters = Primeras letras
web-apps-of = { $part } de { $whole } aplicaciones

## Permissions
web-permissions-title = Permisos de Graph
web-permissions-lead = Qué piden leer y cambiar las aplicaciones en Microsoft Graph, de lo más a lo menos frecuente.
web-permissions-empty = Ninguna aplicación solicita permisos.
web-permission-title = { $permission }: aplicaciones que lo solicitan
web-permission-lead = Qué aplicaciones solicitan { $permission } y qué permisos más limitados existen.
web-permission-apps = Aplicaciones que lo solicitan
web-permission-share = Proporción de todas las aplicaciones
web-permission-in-catalog = Filtrar el catálogo por este permiso
web-permission-narrower = Permisos más limitados
web-permission-narrower-text = Este los incluye. Pregunte si basta con uno de ellos.
web-permission-wider = Permisos más amplios
web-permission-wider-text = Quien tiene uno de ellos tiene también este.
web-permission-asked-by = Aplicaciones que lo solicitan

## Publishers
web-publishers-lead = Quién ofrece las aplicaciones del catálogo.
web-publishers-found = { $count ->
    [one] { $shown } editor
   *[other] { $shown } editores
  }
web-publisher-lead = Aplicaciones de { $publisher }, con lo que declara sobre datos, seguridad y privacidad.

## What errors mean
web-problem-programs = Para programas
web-problem-status = Estado HTTP
web-problem-others = Otros errores

## App registrations
web-app-ids-lead = Los id. con los que las aplicaciones solicitan permisos, tal como los muestra su inquilino en las aplicaciones empresariales.
web-app-ids-search = Id. de un registro de aplicación
web-app-ids-find = Buscar la aplicación
web-app-ids-found = { $count ->
    [one] { $shown } registro de aplicación
   *[other] { $shown } registros de aplicaciones
  }
web-app-id-missing = Ninguna aplicación de este catálogo solicita permisos con «{ $id }». Puede que lo usen aplicaciones ajenas al catálogo.
web-app-id-title = Registro de aplicación { $id }
web-app-id-others = Otras aplicaciones

## The history of an app
web-not-on-page = No figura en la página
web-language-unknown = Idioma desconocido
web-version = Versión { $number }
web-history-title = Historial de { $app }
web-history-from = Desde
web-history-to = Hasta
web-history-compare = Comparar versiones
web-history-changes = Qué ha cambiado
web-history-nothing = Ambas versiones dan las mismas respuestas.
web-history-without-texts = Los textos libres están en dos idiomas y no se han comparado.
web-history-first = Primera versión
web-history-first-text = No hay ninguna versión anterior en este idioma con la que comparar.
web-history-versions = Todas las versiones
web-history-version = Versión
web-history-added = Incorporada
web-history-current = Actual
web-was = Antes
web-is = Después
web-page-form = Formato de la página
web-page-form_2021 = Formato de 2021
web-page-form_2022 = Formato de 2022
web-permission-added = Añadido
web-permission-removed = Quitado

## Apps side by side
web-compare-title = Aplicaciones en paralelo
web-compare-add-first = Elegir la primera aplicación
web-compare-add-second = Añadir una segunda aplicación
web-compare-add = Añadir otra aplicación
web-compare-choose = Elegir aplicaciones en el catálogo
web-compare-unknown = No son aplicaciones del catálogo y se han omitido:
web-compare-too-many = Se han pedido { $count } aplicaciones; se muestran las { $most } primeras.
web-compare-only = Mostrar solo las diferencias
web-compare-all = Mostrar todas las filas
web-compare-same = No hay diferencias.
web-differs = Diferente
web-asked = Solicitado
web-not-asked = No solicitado

## A page in two languages
web-bilingual-title = { $app } en dos idiomas
web-bilingual-source = Texto de origen
web-bilingual-left = Izquierda
web-bilingual-right = Derecha
web-bilingual-show = Mostrar en paralelo
web-bilingual-none = Aún no hay traducción
web-bilingual-none-text = La página de esta aplicación solo existe en un idioma y no muestra su texto de origen.
web-bilingual-warnings = { $count ->
    [one] En { $shown } lugar, los dos textos no tienen los mismos números, fechas, direcciones o normas.
   *[other] En { $shown } lugares, los dos textos no tienen los mismos números, fechas, direcciones o normas.
  }
web-lost-address = Direcciones distintas: { $left } | { $right }
web-lost-standard = Normas distintas: { $left } | { $right }
web-lost-date = Fechas distintas: { $left } | { $right }
web-lost-number = Números distintos: { $left } | { $right }
web-provenance-human = Traducido por una persona
web-provenance-machine = Traducido automáticamente
web-provenance-reviewed = Traducido automáticamente, leído por una persona
web-translation-stale = El texto de origen ha cambiado desde entonces

## The list of apps as a table
web-column-id = Id.
web-column-name = Nombre
web-column-publisher = Editor
web-column-tier = Nivel de garantía
web-column-stores-data = Almacena datos de clientes
web-column-hosting = Alojamiento
web-column-frameworks = Normas declaradas
web-column-permissions = Permisos
web-column-updated = Último cambio
web-column-link = Enlace

## The feed of changes
web-feed-lead = Las aplicaciones cuyos editores han cambiado una respuesta más recientemente.
web-feed-changed = { $publisher } cambió respuestas el { $day }.
web-feed-changed-by-nobody = Se cambiaron respuestas el { $day }.
