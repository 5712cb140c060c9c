# The pages of the site. See ../en-US/web.ftl.

## Every page
web-skip = 跳到正文
web-nav-label = 主菜单
web-nav-catalog = 目录
web-nav-permissions = 权限
web-nav-publishers = 发布者
web-nav-app-ids = 应用注册
web-nav-trust = 信任
web-search-label = 搜索应用
web-language-label = 语言
web-language-offer = 以简体中文阅读此页面
web-theme = 深色模式
web-crumb-label = 当前位置
web-home = 首页
web-feed-title = 目录中的更改
web-foot-declared = 回答由发布者声明。只有带认证标志的内容才经过分析师核实。
web-foot-feed = 更改订阅源
web-foot-api = API 说明
web-on-this-page = 本页内容
web-print = 打印
web-first = 从头开始
web-next = 下一页

## The front page
web-home-title = 放行应用之前，先了解它会做什么
web-home-lead = 发布者回答其应用保存哪些内容、谁可以查看。分析师核实证据。您可以在这里用自己的语言阅读两者。
web-home-search = 名称、发布者、权限…
web-home-find = 查找应用
web-home-apps = 应用
web-home-certified = 已认证
web-home-permissions = 请求的权限
web-home-publishers = 发布者
web-home-newest = 最新回答
web-home-all = 所有应用（从新到旧）
web-home-empty = 目录为空。运行 `attestor catalog import DIR` 可导入应用，运行 `attestor demo` 可查看示例。
web-door-check = 了解应用
web-door-check-text = 存储哪些数据、遵循哪些标准、请求哪些权限，以及哪些问题无人回答。
web-door-trust = 以证书为依据
web-door-trust-text = 提供商获得了哪些认证、今天涵盖哪些服务，以及背后的文件。
web-door-compare = 比较与跟踪
web-door-compare-text = 最多四个应用并排比较，查看每个回答的每个版本，并通过订阅源跟踪更改。
web-door-build = 基于数据开发
web-door-build-text = 每个页面都可作为数据使用：列表提供 CSV、XLSX 和 JSON 格式，REST API 附有说明。

## The catalog
web-catalog-title = 应用目录
web-catalog-description = 商业应用，以及发布者就数据、安全性和隐私所作的声明和已核实的内容。
web-facets = 筛选条件
web-facets-apply = 显示应用
web-facet-tier = 保证级别
web-facet-host-product = 适用于
web-facet-stores-data = 存储客户数据
web-facet-hosting = 托管
web-facet-framework = 标准或法律
web-facet-permission = 权限
web-facet-freshness = 上次更改
web-facet-publisher = 发布者
web-facet-more = 还有 { $count } 项
web-tier-attested = 发布者自行证明
web-tier-certified = 已认证
web-fresh-within_3_months = 3 个月内
web-fresh-within_12_months = 12 个月内
web-fresh-older = 更早
web-fresh-unknown = 未知
web-product-excel = Excel
web-product-onenote = OneNote
web-product-outlook = Outlook
web-product-powerpoint = PowerPoint
web-product-project = Project
web-product-sharepoint = SharePoint
web-product-teams = Teams
web-product-word = Word
web-chosen = 已选筛选条件
web-remove = 移除
web-remove-all = 移除所有筛选条件
web-remove-one = 移除“{ $filter }”
web-found = { $count ->
   *[other] { $shown } 个应用
  }
web-range = 第 { $first }–{ $last } 个，共 { $total } 个
web-no-match = 没有匹配的应用。
web-no-match-hint = 减少搜索词或筛选条件可找到更多应用。
web-sort = 排序
web-sort-relevance = 最佳匹配
web-sort-name = 名称
web-sort-newest = 最新
web-compare-pick = 比较
web-compare-go = 比较所选应用

## An app
web-app-title = { $app }（发布者：{ $publisher }）
web-app-description = { $app } 的发布者就数据、安全性、合规性和隐私所作的声明。
web-app-updated = 发布者上次更改日期：
web-stale = 超过一年未确认
web-seal-title = 已认证
web-seal-text = 分析师已核实以下领域的证据。
web-seal-plain = 分析师已核实证据。
web-seal-failed = 有领域未通过，请查看下方结果。
web-summary = 概览
web-summary-stores = 存储客户数据
web-summary-answered = 已回答的问题
web-summary-of = / 共 { $count } 个
web-summary-frameworks = 声明的标准
web-summary-permissions = Graph 权限
web-summary-broad = { $count ->
    [0] 其中没有范围广的权限
   *[other] 其中 { $shown } 项范围广
  }
web-state-good = 良好
web-state-look = 值得关注
web-state-neutral = 中性
web-state-na = 不适用
web-state-blank = 未回答
web-bar = 良好 { $good }，值得关注 { $look }，中性 { $neutral }，不适用 { $na }，未回答 { $blank }
web-declared = 由发布者声明 · 已回答 { $answered } 个，共 { $asked } 个
web-checked = 已核实
web-checked-by-analyst = 已由分析师核实
web-question = 问题
web-answer = 回答
web-answer-blank = 未回答
web-answer-unreadable = 无法读取
web-old-report = 超过 12 个月
web-section-general = 常规信息
web-section-data = 数据处理
web-section-security = 安全性
web-section-compliance = 合规性
web-section-privacy = 隐私
web-section-identity = 标识
web-section-other = 本页其他内容
web-blank-rows = { $count ->
   *[other] 发布者有 { $shown } 个问题未回答
  }
web-history = 历史记录
web-bilingual = 并排显示
web-permissions = Graph 权限
web-permissions-filter = 筛选权限
web-permission = 权限
web-permission-type = 类型
web-permission-delegated = 委托
web-permission-application = 应用程序
web-permission-both = 两者
web-justification = 理由
web-no-reason = 未说明理由
web-broad = 范围广
web-registration = 应用注册
web-certification = 认证
web-control = 控制
web-outcome = 结果
web-outcome-pass = 通过
web-outcome-fail = 未通过
web-outcome-in_scope = 在范围内
web-outcome-na = 不适用
web-app-closing = 回答由发布者声明。只有带认证标志的内容才经过分析师核实。

## Notes on an app
web-note-machine = 本页由机器翻译。请以发布者自己的回答为准。
web-note-machine-on = 本页由机器于 { $day }翻译。请以发布者自己的回答为准。
web-note-other-language = 发布者自己的文字使用的语言是 { $language }。问题和选项以您的语言显示。
web-note-not-newest = 有更新的版本（{ $language }）。
web-note-old-version = 这是第 { $number } 个版本（共 { $count } 个），不是当前版本。
web-note-current = 阅读当前版本
web-note-original = 阅读原文
web-note-findings = 本页中不一致的内容
web-finding-permissions_without_sign_in = 本页列出了 { $permissions } 项 Graph 权限，却称应用不通过标识平台登录。
web-finding-certified_with_failed_domain = 应用显示为已认证，但有一个领域未通过：{ $domain }。
web-finding-ids_disagree = 本页还提到了 ID { $other }；目录中此应用的 ID 为 { $kept }。
web-finding-blanks = { $count ->
   *[other] { $shown } 个问题未填写。
  }
web-finding-stale_date = 发布者上次更改回答的日期是 { $day }，已超过一年。
web-finding-future_date = 发布者的上次更改日期在未来：{ $day }。

## Problems
web-request-id = 此请求的编号：
web-problem-unauthorized = 请先登录
web-problem-unauthorized-text = 只有登录的人才能打开。程序需要发送仍然有效的访问令牌。
web-problem-forbidden = 您没有权限
web-problem-forbidden-text = 您的角色或令牌不允许此操作。没有任何更改。
web-problem-too-many = 尝试次数过多
web-problem-too-many-text = 请按照回应中的时间等待，然后重试。
web-problem-not-found = 此地址没有任何内容
web-problem-not-found-text = 地址可能输入有误，或者该应用从未收录在此目录中。没有丢失任何内容。
web-problem-bad-request = 此地址请求的内容不存在
web-problem-bad-request-text = 地址中的某个筛选条件或数字格式不正确。请将其移除后重试。
web-problem-method-not-allowed = 此页面只能阅读
web-problem-method-not-allowed-text = 没有更改任何内容。
web-problem-too-large = 一次发送的内容太多
web-problem-too-large-text = 发送的内容或地址本身超出了此服务器可接受的长度。没有保存任何内容。
web-problem-too-slow = 耗时过长
web-problem-too-slow-text = 为保证对其他用户的响应速度，服务器已放弃此请求。没有丢失任何内容；请重试。
web-problem-failure = 我们这边出现了故障
web-problem-failure-text = 故障已按下方编号记录。没有丢失任何内容；请稍后重试。
web-problem-unavailable = 目前无法读取目录
web-problem-unavailable-text = 数据库没有响应。没有丢失任何内容；请稍后重试。

## Answers in lists
web-answer-yes = 是
web-answer-no = 否
web-answer-na = 不适用
web-answer-unanswered = 未回答
web-stores-yes = 存储客户数据
web-stores-no = 不存储客户数据
web-stores-na = 客户数据：不适用
web-stores-unanswered = 客户数据：未回答
web-permission-count = { $count ->
   *[other] { $shown } 项权限
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
web-heading-telemetry-data = 遥测
web-heading-organizational-controls-for-data-stored-by-partner = 对存储数据的控制
web-heading-human-review-of-organizational-information = 查看数据的人员
web-heading-non-microsoft-services-used = 接收数据的其他服务
web-heading-data-access-via-bots = 机器人访问的数据
web-heading-data-access-using-other-microsoft-apis = 其他 Microsoft API

## Long lists
web-previous = 上一页
web-pages = 此列表的分页
web-letters = 首字母
web-apps-of = { $part } 个应用，共 { $whole } 个

## Permissions
web-permissions-title = Graph 权限
web-permissions-lead = 应用在 Microsoft Graph 中请求读取和更改的内容，按请求次数从多到少排列。
web-permissions-empty = 没有应用请求权限。
web-permission-title = { $permission }：请求此权限的应用
web-permission-lead = 哪些应用请求 { $permission }，以及有哪些范围更窄的权限。
web-permission-apps = 请求此权限的应用
web-permission-share = 占所有应用的比例
web-permission-in-catalog = 在目录中按此权限筛选
web-permission-narrower = 范围更窄的权限
web-permission-narrower-text = 此权限涵盖这些权限。请询问其中之一是否已经足够。
web-permission-wider = 范围更广的权限
web-permission-wider-text = 拥有其中任何一项，也就拥有此权限。
web-permission-asked-by = 请求此权限的应用

## Publishers
web-publishers-lead = 目录中的应用由谁提供。
web-publishers-found = { $count ->
   *[other] { $shown } 个发布者
  }
web-publisher-lead = { $publisher } 的应用，以及该发布者就数据、安全性和隐私所作的声明。

## What errors mean
web-problem-programs = 供程序使用
web-problem-status = HTTP 状态
web-problem-others = 其他错误

## App registrations
web-app-ids-lead = 应用请求权限时使用的 ID，与您的租户在企业应用程序中显示的 ID 相同。
web-app-ids-search = 应用注册 ID
web-app-ids-find = 查找应用
web-app-ids-found = { $count ->
   *[other] { $shown } 个应用注册
  }
web-app-id-missing = 此目录中没有应用通过“{ $id }”请求权限。目录之外的应用可能会使用它。
web-app-id-title = 应用注册 { $id }
web-app-id-others = 更多应用

## The history of an app
web-not-on-page = 页面上没有
web-language-unknown = 语言未知
web-version = 版本 { $number }
web-history-title = { $app } 的历史记录
web-history-from = 从
web-history-to = 到
web-history-compare = 比较版本
web-history-changes = 更改内容
web-history-nothing = 两个版本的回答相同。
web-history-without-texts = 自由填写的文字使用两种语言，未作比较。
web-history-first = 第一个版本
web-history-first-text = 没有使用此语言的更早版本可供比较。
web-history-versions = 所有版本
web-history-version = 版本
web-history-added = 收录日期
web-history-current = 当前
web-was = 更改前
web-is = 更改后
web-page-form = 页面格式
web-page-form_2021 = 2021 年格式
web-page-form_2022 = 2022 年格式
web-permission-added = 已添加
web-permission-removed = 已移除

## Apps side by side
web-compare-title = 并排比较应用
web-compare-add-first = 选择第一个应用
web-compare-add-second = 添加第二个应用
web-compare-add = 再添加一个应用
web-compare-choose = 在目录中选择应用
web-compare-unknown = 以下各项不是目录中的应用，已略去：
web-compare-too-many = 请求了 { $count } 个应用；显示前 { $most } 个。
web-compare-only = 仅显示不同之处
web-compare-all = 显示所有行
web-compare-same = 没有不同之处。
web-differs = 不同
web-asked = 已请求
web-not-asked = 未请求

## A page in two languages
web-bilingual-title = { $app } 的双语对照
web-bilingual-source = 原文
web-bilingual-left = 左侧
web-bilingual-right = 右侧
web-bilingual-show = 并排显示
web-bilingual-none = 尚无翻译
web-bilingual-none-text = 此应用的页面只有一种语言，且没有显示原文。
web-bilingual-warnings = { $count ->
   *[other] 两份文字有 { $shown } 处的数字、日期、地址或标准不一致。
  }
web-lost-address = 地址不同：{ $left } | { $right }
web-lost-standard = 标准不同：{ $left } | { $right }
web-lost-date = 日期不同：{ $left } | { $right }
web-lost-number = 数字不同：{ $left } | { $right }
web-provenance-human = 人工翻译
web-provenance-machine = 机器翻译
web-provenance-reviewed = 机器翻译，经人工审阅
web-translation-stale = 翻译后原文已更改

## The list of apps as a table
web-column-id = ID
web-column-name = 名称
web-column-publisher = 发布者
web-column-tier = 保证级别
web-column-stores-data = 存储客户数据
web-column-hosting = 托管
web-column-frameworks = 声明的标准
web-column-permissions = 权限
web-column-updated = 上次更改
web-column-link = 链接

## The feed of changes
web-feed-lead = 发布者最近更改过回答的应用。
web-feed-changed = { $publisher } 于 { $day }更改了回答。
web-feed-changed-by-nobody = 回答于 { $day }更改。
