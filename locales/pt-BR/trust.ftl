# Trust portals as everybody sees them. Days and numbers arrive in the form of the language.

## Lists
trust-title = Portais de confiança
trust-lead = Para que os fornecedores são certificados, quais serviços isso cobre hoje e os documentos que mostram isso.
trust-found = { $count ->
    [one] { $shown } fornecedor
   *[other] { $shown } fornecedores
  }
trust-none = Ninguém publicou um portal ainda
trust-none-text = Os editores fazem isso aqui nas próprias páginas.
trust-center-lead = Certificados, relatórios e serviços cobertos de { $provider }.
trust-standard-lead = { $standard } em { $provider }: serviços cobertos, certificados, relatórios, perguntas.
trust-published = Publicado em
trust-standards = Normas
trust-standards-none = Nenhuma norma é mostrada ainda.
trust-apps = Aplicativos certificados deste fornecedor
trust-documents = Documentos
trust-documents-lead = Alguns documentos abrem após entrar, aceitar um acordo ou receber aprovação.
trust-document = Documento
trust-as-data = Este portal como dados:
trust-attention = O que requer atenção

## Where an offering stands
trust-holding = { $count ->
    [one] { $shown } certificado válido
   *[other] { $shown } certificados válidos
  }
trust-holding-none = Nenhum certificado válido
trust-expiring-count = { $shown } perto do fim
trust-overdue = Auditoria atrasada
trust-edition-ended = Edição encerrada
trust-told-overdue = { $standard }: a próxima auditoria deveria ocorrer até { $due }. A última foi em { $last }.
trust-told-edition = { $standard }: os certificados desta edição terminaram em { $day }.
trust-told-expired = O certificado { $certificate } terminou em { $day }.
trust-told-expiring = O certificado { $certificate } termina em { $day }.
trust-told-undated = O certificado { $certificate } não informa o último dia. Não se apoie nele.
trust-told-leaving = { $service } deixa o escopo após { $day }.
trust-cycle-unknown = Nenhuma auditoria é conhecida.
trust-cycle-running = A última auditoria foi em { $last }. A próxima deve ocorrer até { $due }.
trust-cycle-overdue = A última auditoria foi em { $last }. A próxima deveria ocorrer até { $due } e está atrasada.

## Where a certificate stands
trust-state-future = Ainda não vigente
trust-state-published = Válido
trust-state-expiring = { $count ->
    [one] Termina em { $shown } dia
   *[other] Termina em { $shown } dias
  }
trust-state-expired = Expirado
trust-state-superseded = Substituído
trust-state-withdrawn = Retirado
trust-state-undated = Sem data final

## Who may open a document
trust-access = Acesso
trust-access-public = Público
trust-access-signed-in = Após entrar
trust-access-agreement = Após um acordo
trust-access-approval = Após aprovação

## Languages
trust-view = Idioma dos textos
trust-view-both = Lado a lado
trust-not-in-language = Este portal não está escrito no seu idioma. Seus textos são mostrados em { $language }.
trust-not-translated = Não traduzido
trust-differing = { $count ->
    [one] Os idiomas de { $shown } texto deste portal divergem. Ele está marcado.
   *[other] Os idiomas de { $shown } textos deste portal divergem. Eles estão marcados.
  }
trust-differs-standards = Normas diferentes: { $source } | { $translation }
trust-differs-editions = Edições diferentes: { $source } | { $translation }
trust-differs-certificate-numbers = Números de certificado diferentes: { $source } | { $translation }
trust-differs-numbers = Números diferentes: { $source } | { $translation }
trust-differs-services = Serviços diferentes: { $source } | { $translation }
trust-differs-links = Links diferentes: { $source } | { $translation }

## Sections
trust-section-overview = A norma
trust-section-position = O fornecedor e a norma
trust-section-services = Serviços cobertos
trust-section-certificates = Certificados
trust-section-reports = Relatórios
trust-section-statements = Declarações de aplicabilidade
trust-section-questions = Perguntas frequentes
trust-section-resources = Recursos
trust-section-white-papers = Documentos técnicos
trust-section-background = Contexto
trust-group-other = Outros serviços
trust-watch = Acompanhar esta norma
trust-timeline = Validade e auditorias
trust-today = Hoje

## Services
trust-service = Serviço
trust-services-none = Nenhum serviço está coberto.
trust-service-group = Parte de { $name }
trust-service-aliases = Também ou anteriormente: { $name }
trust-cloud-public = para todos
trust-cloud-government = para órgãos públicos
trust-cloud-defense = para a defesa
trust-cloud-sovereign = para um só país
trust-scope-in = Coberto
trust-scope-out = Não coberto
trust-scope-since = Desde { $day }
trust-scope-from = A partir de { $day }
trust-scope-until = Até { $day }
trust-scope-ended = Saiu em { $day }

## Certificates and reports
trust-look-up = Consultar no organismo de certificação
trust-open = Abrir
trust-item-report = Relatório
trust-fact-number = Número
trust-fact-body = Organismo de certificação
trust-fact-scope = Escopo
trust-fact-services = Serviços
trust-fact-clouds = Nuvens
trust-fact-issued = Emitido
trust-fact-expires = Expira
trust-fact-edition-ends = Fim da edição
trust-fact-surveillance = Auditorias de supervisão
trust-fact-kind = Tipo
trust-fact-standards = Normas
trust-fact-period = Período
trust-fact-bridges = Prolonga
trust-report-assessment = Relatório de auditoria
trust-report-soc = Relatório sobre controles
trust-report-bridge-letter = Carta-ponte
trust-report-pentest-summary = Resumo de um teste de invasão
trust-report-soa = Declaração de aplicabilidade
trust-report-certificate = Certificado

## Statements of applicability
trust-statement-of = Declaração de aplicabilidade de { $certificate }
trust-statement-said = { $part } de { $whole } itens se aplicam
trust-statement-full = Motivos e referências estão na declaração completa.
trust-statement-rows = Todos os itens
trust-row = Item
trust-row-state = Estado
trust-row-duty = A cargo de
trust-row-reason = Motivo
trust-row-not-applicable = Não se aplica
trust-row-done = Implementado
trust-row-not-done = Ainda não implementado
trust-row-applies = Aplica-se
trust-duty-provider = O fornecedor
trust-duty-shared = Fornecedor e cliente
trust-duty-customer = O cliente

## Reading
trust-priced = Pago
trust-resource-mapping = Correspondências
trust-resource-standard = Norma
trust-resource-case-study = Estudo de caso
trust-resource-terms = Termos
trust-resource-white-paper = Documento técnico
trust-resource-background = Contexto
trust-resource-reports = Mais relatórios
trust-resource-other = Outros
