# Trust portals as everybody sees them. Days and numbers arrive in the form of the language.

## Lists
trust-title = 信任门户
trust-lead = 查看提供商获得了哪些认证、今天涵盖哪些服务，以及证明文件。
trust-found = { $count ->
   *[other] { $shown } 家提供商
  }
trust-none = 还没有人发布门户
trust-none-text = 发布者可在本站自己的页面上发布。
trust-center-lead = { $provider } 的证书、报告和范围内服务。
trust-standard-lead = { $provider } 的 { $standard }：范围内服务、证书、报告、问题。
trust-published = 发布于
trust-standards = 标准
trust-standards-none = 尚未显示任何标准。
trust-apps = 该提供商的已认证应用
trust-documents = 文件
trust-documents-lead = 部分文件需登录、接受协议或获得批准后才能打开。
trust-document = 文件
trust-as-data = 此门户的数据：
trust-attention = 需要注意

## Where an offering stands
trust-holding = { $count ->
   *[other] { $shown } 份证书有效
  }
trust-holding-none = 没有有效证书
trust-expiring-count = { $shown } 份即将到期
trust-overdue = 审核逾期
trust-edition-ended = 版本已终止
trust-told-overdue = { $standard }：下次审核应在 { $due } 前完成。上次审核于 { $last }。
trust-told-edition = { $standard }：此版本的证书已于 { $day } 终止。
trust-told-expired = 证书 { $certificate } 已于 { $day } 到期。
trust-told-expiring = 证书 { $certificate } 将于 { $day } 到期。
trust-told-undated = 证书 { $certificate } 未注明最后一天，请勿以此为依据。
trust-told-leaving = { $service } 在 { $day } 之后离开范围。
trust-cycle-unknown = 没有已知的审核。
trust-cycle-running = 上次审核于 { $last }。下次应在 { $due } 前完成。
trust-cycle-overdue = 上次审核于 { $last }。下次应在 { $due } 前完成，现已逾期。

## Where a certificate stands
trust-state-future = 尚未生效
trust-state-published = 有效
trust-state-expiring = { $count ->
   *[other] { $shown } 天后到期
  }
trust-state-expired = 已过期
trust-state-superseded = 已被取代
trust-state-withdrawn = 已撤回
trust-state-undated = 无到期日

## Who may open a document
trust-access = 访问
trust-access-public = 公开
trust-access-signed-in = 登录后
trust-access-agreement = 接受协议后
trust-access-approval = 批准后

## Languages
trust-view = 文本语言
trust-view-both = 并排
trust-not-in-language = 此门户没有您语言的版本。文本以{ $language }显示。
trust-not-translated = 未翻译
trust-differing = { $count ->
   *[other] 此门户有 { $shown } 段文本的不同语言内容不一致，已作标记。
  }
trust-differs-standards = 标准不同：{ $source } | { $translation }
trust-differs-editions = 版本不同：{ $source } | { $translation }
trust-differs-certificate-numbers = 证书编号不同：{ $source } | { $translation }
trust-differs-numbers = 数字不同：{ $source } | { $translation }
trust-differs-services = 服务不同：{ $source } | { $translation }
trust-differs-links = 链接不同：{ $source } | { $translation }

## Sections
trust-section-overview = 标准简介
trust-section-position = 提供商与标准
trust-section-services = 范围内服务
trust-section-certificates = 证书
trust-section-reports = 报告
trust-section-statements = 适用性声明
trust-section-questions = 常见问题
trust-section-resources = 资源
trust-section-white-papers = 白皮书
trust-section-background = 背景资料
trust-group-other = 其他服务
trust-watch = 关注此标准
trust-timeline = 有效期与审核
trust-today = 今天

## Services
trust-service = 服务
trust-services-none = 没有范围内服务。
trust-service-group = 属于 { $name }
trust-service-aliases = 别名或曾用名：{ $name }
trust-cloud-public = 面向所有人
trust-cloud-government = 面向政府机关
trust-cloud-defense = 面向军方
trust-cloud-sovereign = 面向单一国家
trust-scope-in = 在范围内
trust-scope-out = 不在范围内
trust-scope-since = 自 { $day } 起
trust-scope-from = 将自 { $day } 起
trust-scope-until = 至 { $day }
trust-scope-ended = 已于 { $day } 离开

## Certificates and reports
trust-look-up = 在认证机构查询
trust-open = 打开
trust-item-report = 报告
trust-fact-number = 编号
trust-fact-body = 认证机构
trust-fact-scope = 范围
trust-fact-services = 服务
trust-fact-clouds = 云
trust-fact-issued = 签发日期
trust-fact-expires = 到期日期
trust-fact-edition-ends = 版本终止日期
trust-fact-surveillance = 监督审核
trust-fact-kind = 类型
trust-fact-standards = 标准
trust-fact-period = 期间
trust-fact-bridges = 衔接的报告
trust-report-assessment = 审核报告
trust-report-soc = 控制报告
trust-report-bridge-letter = 衔接函
trust-report-pentest-summary = 渗透测试摘要
trust-report-soa = 适用性声明
trust-report-certificate = 证书

## Statements of applicability
trust-statement-of = { $certificate } 的适用性声明
trust-statement-said = { $whole } 项中有 { $part } 项适用
trust-statement-full = 理由和参考资料见完整声明。
trust-statement-rows = 所有条目
trust-row = 条目
trust-row-state = 状态
trust-row-duty = 执行方
trust-row-reason = 理由
trust-row-not-applicable = 不适用
trust-row-done = 已实施
trust-row-not-done = 尚未实施
trust-row-applies = 适用
trust-duty-provider = 提供商
trust-duty-shared = 提供商与客户
trust-duty-customer = 客户

## Reading
trust-priced = 需购买
trust-resource-mapping = 对照表
trust-resource-standard = 标准
trust-resource-case-study = 案例
trust-resource-terms = 条款
trust-resource-white-paper = 白皮书
trust-resource-background = 背景资料
trust-resource-reports = 更多报告
trust-resource-other = 其他
