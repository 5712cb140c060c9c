# The pages of the site. What stands in backticks or is a name is never translated.
# Numbers and days arrive already in the form of the language.

## Every page
web-skip = Ir para o conteúdo
web-nav-label = Navegação principal
web-nav-catalog = Catálogo
web-nav-permissions = Permissões
web-nav-publishers = Editores
web-nav-app-ids = Registros de aplicativos
web-nav-trust = Confiança
web-search-label = Pesquisar aplicativos
web-language-label = Idioma
# Shown in its own language to readers whose browser asks for it.
web-language-offer = Ler esta página em português
web-theme = Tema escuro
web-crumb-label = Você está aqui
web-home = Início
web-feed-title = Alterações no catálogo
web-foot-declared = As respostas são declaradas pelos editores. Somente o que traz o selo foi verificado por um analista.
web-foot-feed = Feed de alterações
web-foot-api = Descrição da API
web-on-this-page = Nesta página
web-print = Imprimir
web-first = Desde o início
web-next = Próxima

## The front page
web-home-title = Saiba o que um aplicativo faz antes de deixá-lo entrar
web-home-lead = Os editores declaram o que seus aplicativos guardam e quem pode ver. Analistas verificam as evidências. Leia ambos aqui, no seu idioma.
web-home-search = Nome, editor, permissão…
web-home-find = Encontrar aplicativos
web-home-apps = Aplicativos
web-home-certified = Certificados
web-home-permissions = Permissões solicitadas
web-home-publishers = Editores
web-home-newest = Respostas mais recentes
web-home-all = Todos os aplicativos, do mais recente ao mais antigo
web-home-empty = O catálogo está vazio. `attestor catalog import DIR` o preenche; `attestor demo` mostra um exemplo.
web-door-check = Examinar um aplicativo
web-door-check-text = Quais dados ele armazena, quais normas segue, quais permissões solicita e o que ninguém respondeu.
web-door-trust = Apoiar-se em certificados
web-door-trust-text = Para que os fornecedores são certificados, quais serviços isso cobre hoje e os documentos correspondentes.
web-door-compare = Comparar e acompanhar
web-door-compare-text = Até quatro aplicativos lado a lado, todas as versões de cada resposta e um feed do que mudou.
web-door-build = Criar a partir dos dados
web-door-build-text = Cada página em forma de dados: listas em CSV, XLSX e JSON, uma API REST com sua descrição.

## The catalog
web-catalog-title = Catálogo de aplicativos
web-catalog-description = Aplicativos para empresas, com o que seus editores declaram sobre dados, segurança e privacidade e o que foi verificado.
web-facets = Filtros
web-facets-apply = Mostrar aplicativos
web-facet-tier = Nível de garantia
web-facet-host-product = Funciona em
web-facet-stores-data = Armazena dados de clientes
web-facet-hosting = Hospedagem
web-facet-framework = Norma ou lei
web-facet-permission = Permissão
web-facet-freshness = Última alteração
web-facet-publisher = Editor
web-facet-more = Mais { $count }
web-tier-attested = Atestado pelo editor
web-tier-certified = Certificado
web-fresh-within_3_months = Últimos 3 meses
web-fresh-within_12_months = Últimos 12 meses
web-fresh-older = Mais antiga
web-fresh-unknown = Desconhecida
web-product-excel = Excel
web-product-onenote = OneNote
web-product-outlook = Outlook
web-product-powerpoint = PowerPoint
web-product-project = Project
web-product-sharepoint = SharePoint
web-product-teams = Teams
web-product-word = Word
web-chosen = Filtros escolhidos
web-remove = remover
web-remove-all = Remover todos os filtros
web-remove-one = Remover “{ $filter }”
web-found = { $count ->
    [one] { $shown } aplicativo
   *[other] { $shown } aplicativos
  }
web-range = { $first }–{ $last } de { $total }
web-no-match = Nenhum aplicativo corresponde.
web-no-match-hint = Com menos palavras ou menos filtros, aparecem mais resultados.
web-sort = Ordenação
web-sort-relevance = Relevância
web-sort-name = Nome
web-sort-newest = Mais recentes
web-compare-pick = Comparar
web-compare-go = Comparar os aplicativos escolhidos

## An app
web-app-title = { $app } por { $publisher }
web-app-description = O que o editor de { $app } declara sobre dados, segurança, conformidade e privacidade.
web-app-updated = Última alteração pelo editor:
web-stale = Sem confirmação há mais de um ano
web-seal-title = Certificado
web-seal-text = Um analista verificou evidências dos domínios abaixo.
web-seal-plain = Um analista verificou evidências.
web-seal-failed = Um domínio foi reprovado; veja os resultados abaixo.
web-summary = Em resumo
web-summary-stores = Armazena dados de clientes
web-summary-answered = Perguntas respondidas
web-summary-of = de { $count }
web-summary-frameworks = Normas declaradas
web-summary-permissions = Permissões do Graph
web-summary-broad = { $count ->
    [0] nenhuma de amplo alcance
   *[other] { $shown } de amplo alcance
  }
web-state-good = Favorável
web-state-look = Merece atenção
web-state-neutral = Neutra
web-state-na = Não aplicável
web-state-blank = Sem resposta
web-bar = Favoráveis: { $good }, merecem atenção: { $look }, neutras: { $neutral }, não aplicáveis: { $na }, sem resposta: { $blank }
web-declared = Declarado pelo editor · { $answered } de { $asked }
web-checked = Verificado
web-checked-by-analyst = Verificado por um analista
web-question = Pergunta
web-answer = Resposta
web-answer-blank = Sem resposta
web-answer-unreadable = Ilegível
web-old-report = Mais de 12 meses
web-section-general = Informações gerais
web-section-data = Tratamento de dados
web-section-security = Segurança
web-section-compliance = Conformidade
web-section-privacy = Privacidade
web-section-identity = Identidade
web-section-other = Mais nesta página
web-blank-rows = { $count ->
    [one] O editor não respondeu a { $shown } pergunta
   *[other] O editor não respondeu a { $shown } perguntas
  }
web-history = Histórico
web-bilingual = Lado a lado
web-permissions = Permissões do Graph
web-permissions-filter = Filtrar permissões
web-permission = Permissão
web-permission-type = Tipo
web-permission-delegated = Delegada
web-permission-application = Aplicativo
web-permission-both = Ambos
web-justification = Motivo
web-no-reason = Nenhum motivo informado
web-broad = Amplo alcance
web-registration = Registro do aplicativo
web-certification = Certificação
web-control = Controle
web-outcome = Resultado
web-outcome-pass = Aprovado
web-outcome-fail = Reprovado
web-outcome-in_scope = No escopo
web-outcome-na = Não aplicável
web-app-closing = As respostas são declaradas pelo editor. Somente o que traz o selo foi verificado por um analista.

## Notes on an app
web-note-machine = Esta página foi traduzida automaticamente. Valem as respostas originais do editor.
web-note-machine-on = Esta página foi traduzida automaticamente em { $day }. Valem as respostas originais do editor.
web-note-other-language = Idioma dos textos do editor: { $language }. As perguntas e as opções estão no seu.
web-note-not-newest = Há uma versão mais recente em outro idioma: { $language }.
web-note-old-version = Esta é a versão { $number } de { $count }, não a atual.
web-note-current = Ler a versão atual
web-note-original = Ler o original
web-note-findings = O que não é coerente nesta página
web-finding-permissions_without_sign_in = { $permissions ->
    [one] Ela lista { $permissions } permissão do Graph e diz que a entrada no aplicativo não passa pela plataforma.
   *[other] Ela lista { $permissions } permissões do Graph e diz que a entrada no aplicativo não passa pela plataforma.
  }
web-finding-certified_with_failed_domain = O aplicativo aparece como certificado, e um domínio foi reprovado: { $domain }.
web-finding-ids_disagree = Ela também cita o ID { $other }; o aplicativo é mantido como { $kept }.
web-finding-blanks = { $count ->
    [one] { $shown } pergunta ficou sem resposta.
   *[other] { $shown } perguntas ficaram sem resposta.
  }
web-finding-stale_date = O editor alterou uma resposta pela última vez em { $day }, há mais de um ano.
web-finding-future_date = A última alteração pelo editor tem uma data futura: { $day }.

## Problems
web-request-id = Número desta solicitação:
web-problem-unauthorized = Entre primeiro
web-problem-unauthorized-text = Só quem entrou na conta pode abrir isto. Programas enviam um token de acesso ainda válido.
web-problem-forbidden = Isto não é para você
web-problem-forbidden-text = Sua função ou seu token não permite isso. Nada foi alterado.
web-problem-too-many = Tentativas demais
web-problem-too-many-text = Espere o tempo que a resposta indica e tente de novo.
web-problem-not-found = Não há nada neste endereço
web-problem-not-found-text = O endereço pode ter um erro de digitação, ou o aplicativo pode nunca ter estado neste catálogo. Nada foi perdido.
web-problem-bad-request = O endereço pede algo que não existe
web-problem-bad-request-text = Um filtro ou um número no endereço não tem a forma esperada. Remova-o e tente novamente.
web-problem-method-not-allowed = Esta página só pode ser lida
web-problem-method-not-allowed-text = Nada foi alterado.
web-problem-too-large = Isso é demais de uma só vez
web-problem-too-large-text = O que foi enviado, ou o próprio endereço, é mais longo do que este servidor aceita. Nada foi guardado.
web-problem-too-slow = Isso demorou demais
web-problem-too-slow-text = O servidor desistiu desta solicitação para continuar rápido para os outros. Nada foi perdido; tente novamente.
web-problem-failure = Algo falhou do nosso lado
web-problem-failure-text = O erro foi registrado com o número abaixo. Nada foi perdido; tente novamente em instantes.
web-problem-unavailable = O catálogo não pode ser lido no momento
web-problem-unavailable-text = O banco de dados não responde. Nada foi perdido; tente novamente em instantes.

## Answers in lists
web-answer-yes = Sim
web-answer-no = Não
web-answer-na = Não aplicável
web-answer-unanswered = Sem resposta
web-stores-yes = Armazena dados de clientes
web-stores-no = Não armazena dados de clientes
web-stores-na = Dados de clientes: não aplicável
web-stores-unanswered = Dados de clientes: sem resposta
web-permission-count = { $count ->
    [one] { $shown } permissão
   *[other] { $shown } permissões
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
web-heading-organizational-controls-for-data-stored-by-partner = Controle sobre os dados armazenados
web-heading-human-review-of-organizational-information = Pessoas que veem os dados
web-heading-non-microsoft-services-used = Outros serviços que recebem dados
web-heading-data-access-via-bots = Dados acessados por bots
web-heading-data-access-using-other-microsoft-apis = Outras APIs da Microsoft

## Long lists
web-previous = Anterior
web-pages = Páginas desta lista
web-letters = Letras iniciais
web-apps-of = { $part } de { $whole } aplicativos

## Permissions
web-permissions-title = Permissões do Graph
web-permissions-lead = O que os aplicativos pedem para ler e alterar no Microsoft Graph, do mais ao menos frequente.
web-permissions-empty = Nenhum aplicativo solicita permissões.
web-permission-title = { $permission }: aplicativos que a solicitam
web-permission-lead = Quais aplicativos solicitam { $permission } e quais permissões mais restritas existem.
web-permission-apps = Aplicativos que a solicitam
web-permission-share = Parcela de todos os aplicativos
web-permission-in-catalog = Filtrar o catálogo por esta permissão
web-permission-narrower = Permissões mais restritas
web-permission-narrower-text = Esta as inclui. Pergunte se uma delas basta.
web-permission-wider = Permissões mais amplas
web-permission-wider-text = Quem tem uma delas também tem esta.
web-permission-asked-by = Aplicativos que a solicitam

## Publishers
web-publishers-lead = Quem oferece os aplicativos do catálogo.
web-publishers-found = { $count ->
    [one] { $shown } editor
   *[other] { $shown } editores
  }
web-publisher-lead = Aplicativos de { $publisher }, com o que declara sobre dados, segurança e privacidade.

## What errors mean
web-problem-programs = Para programas
web-problem-status = Status HTTP
web-problem-others = Outros erros

## App registrations
web-app-ids-lead = Os IDs com que os aplicativos solicitam permissões, como seu locatário os mostra em aplicativos empresariais.
web-app-ids-search = ID de um registro de aplicativo
web-app-ids-find = Encontrar o aplicativo
web-app-ids-found = { $count ->
    [one] { $shown } registro de aplicativo
   *[other] { $shown } registros de aplicativos
  }
web-app-id-missing = Nenhum aplicativo deste catálogo solicita permissões com “{ $id }”. Aplicativos de fora do catálogo podem usá-lo.
web-app-id-title = Registro de aplicativo { $id }
web-app-id-others = Outros aplicativos

## The history of an app
web-not-on-page = Não consta na página
web-language-unknown = Idioma desconhecido
web-version = Versão { $number }
web-history-title = Histórico de { $app }
web-history-from = De
web-history-to = Até
web-history-compare = Comparar versões
web-history-changes = O que mudou
web-history-nothing = As duas versões dão as mesmas respostas.
web-history-without-texts = Os textos livres estão em dois idiomas e não foram comparados.
web-history-first = Primeira versão
web-history-first-text = Não há versão anterior neste idioma com que comparar.
web-history-versions = Todas as versões
web-history-version = Versão
web-history-added = Incluída
web-history-current = Atual
web-was = Antes
web-is = Depois
web-page-form = Formato da página
web-page-form_2021 = Formato de 2021
web-page-form_2022 = Formato de 2022
web-permission-added = Adicionada
web-permission-removed = Removida

## Apps side by side
web-compare-title = Aplicativos lado a lado
web-compare-add-first = Escolher o primeiro aplicativo
web-compare-add-second = Adicionar um segundo aplicativo
web-compare-add = Adicionar outro aplicativo
web-compare-choose = Escolher aplicativos no catálogo
web-compare-unknown = Estes não são aplicativos do catálogo e foram omitidos:
web-compare-too-many = Foram pedidos { $count } aplicativos; são mostrados os { $most } primeiros.
web-compare-only = Mostrar somente as diferenças
web-compare-all = Mostrar todas as linhas
web-compare-same = Não há diferenças.
web-differs = Diferente
web-asked = Solicitada
web-not-asked = Não solicitada

## A page in two languages
web-bilingual-title = { $app } em dois idiomas
web-bilingual-source = Texto de origem
web-bilingual-left = Esquerda
web-bilingual-right = Direita
web-bilingual-show = Mostrar lado a lado
web-bilingual-none = Ainda não há tradução
web-bilingual-none-text = A página deste aplicativo existe em um só idioma e não mostra seu texto de origem.
web-bilingual-warnings = { $count ->
    [one] Em { $shown } lugar, os dois textos não têm os mesmos números, datas, endereços ou normas.
   *[other] Em { $shown } lugares, os dois textos não têm os mesmos números, datas, endereços ou normas.
  }
web-lost-address = Endereços diferentes: { $left } | { $right }
web-lost-standard = Normas diferentes: { $left } | { $right }
web-lost-date = Datas diferentes: { $left } | { $right }
web-lost-number = Números diferentes: { $left } | { $right }
web-provenance-human = Traduzido por uma pessoa
web-provenance-machine = Traduzido automaticamente
web-provenance-reviewed = Traduzido automaticamente, lido por uma pessoa
web-translation-stale = O texto de origem mudou desde então

## The list of apps as a table
web-column-id = ID
web-column-name = Nome
web-column-publisher = Editor
web-column-tier = Nível de garantia
web-column-stores-data = Armazena dados de clientes
web-column-hosting = Hospedagem
web-column-frameworks = Normas declaradas
web-column-permissions = Permissões
web-column-updated = Última alteração
web-column-link = Link

## The feed of changes
web-feed-lead = Os aplicativos cujos editores alteraram uma resposta mais recentemente.
web-feed-changed = { $publisher } alterou respostas em { $day }.
web-feed-changed-by-nobody = Respostas alteradas em { $day }.
