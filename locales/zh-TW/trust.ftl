# Trust portals as everybody sees them. Days and numbers arrive in the form of the language.

## Lists
trust-title = 信任入口網站
trust-lead = 查看供應商取得了哪些認證、今天涵蓋哪些服務，以及佐證文件。
trust-found = { $count ->
   *[other] { $shown } 家供應商
  }
trust-none = 還沒有人發佈入口網站
trust-none-text = 發行者可在本站自己的頁面上發佈。
trust-center-lead = { $provider } 的證書、報告和範圍內服務。
trust-standard-lead = { $provider } 的 { $standard }：範圍內服務、證書、報告、問題。
trust-published = 發佈於
trust-standards = 標準
trust-standards-none = 尚未顯示任何標準。
trust-apps = 此供應商的已認證應用程式
trust-documents = 文件
trust-documents-lead = 部分文件需登入、接受協議或獲得核准後才能開啟。
trust-document = 文件
trust-as-data = 此入口網站的資料：
trust-attention = 需要注意

## Where an offering stands
trust-holding = { $count ->
   *[other] { $shown } 份證書有效
  }
trust-holding-none = 沒有有效證書
trust-expiring-count = { $shown } 份即將到期
trust-overdue = 稽核逾期
trust-edition-ended = 版本已終止
trust-told-overdue = { $standard }：下次稽核應在 { $due } 前完成。上次稽核於 { $last }。
trust-told-edition = { $standard }：此版本的證書已於 { $day } 終止。
trust-told-expired = 證書 { $certificate } 已於 { $day } 到期。
trust-told-expiring = 證書 { $certificate } 將於 { $day } 到期。
trust-told-undated = 證書 { $certificate } 未註明最後一天，請勿以此為依據。
trust-told-leaving = { $service } 在 { $day } 之後離開範圍。
trust-cycle-unknown = 沒有已知的稽核。
trust-cycle-running = 上次稽核於 { $last }。下次應在 { $due } 前完成。
trust-cycle-overdue = 上次稽核於 { $last }。下次應在 { $due } 前完成，現已逾期。

## Where a certificate stands
trust-state-future = 尚未生效
trust-state-published = 有效
trust-state-expiring = { $count ->
   *[other] { $shown } 天後到期
  }
trust-state-expired = 已過期
trust-state-superseded = 已被取代
trust-state-withdrawn = 已撤回
trust-state-undated = 無到期日

## Who may open a document
trust-access = 存取
trust-access-public = 公開
trust-access-signed-in = 登入後
trust-access-agreement = 接受協議後
trust-access-approval = 核准後

## Languages
trust-view = 文字語言
trust-view-both = 並排
trust-not-in-language = 此入口網站沒有您語言的版本。文字以{ $language }顯示。
trust-not-translated = 未翻譯
trust-differing = { $count ->
   *[other] 此入口網站有 { $shown } 段文字的不同語言內容不一致，已加上標記。
  }
trust-differs-standards = 標準不同：{ $source } | { $translation }
trust-differs-editions = 版本不同：{ $source } | { $translation }
trust-differs-certificate-numbers = 證書編號不同：{ $source } | { $translation }
trust-differs-numbers = 數字不同：{ $source } | { $translation }
trust-differs-services = 服務不同：{ $source } | { $translation }
trust-differs-links = 連結不同：{ $source } | { $translation }

## Sections
trust-section-overview = 標準簡介
trust-section-position = 供應商與標準
trust-section-services = 範圍內服務
trust-section-certificates = 證書
trust-section-reports = 報告
trust-section-statements = 適用性聲明
trust-section-questions = 常見問題
trust-section-resources = 資源
trust-section-white-papers = 白皮書
trust-section-background = 背景資料
trust-group-other = 其他服務
trust-watch = 關注此標準
trust-timeline = 有效期與稽核
trust-today = 今天

## Services
trust-service = 服務
trust-services-none = 沒有範圍內服務。
trust-service-group = 屬於 { $name }
trust-service-aliases = 別名或舊名：{ $name }
trust-cloud-public = 供所有人使用
trust-cloud-government = 供政府機關使用
trust-cloud-defense = 供軍方使用
trust-cloud-sovereign = 供單一國家使用
trust-scope-in = 在範圍內
trust-scope-out = 不在範圍內
trust-scope-since = 自 { $day } 起
trust-scope-from = 將自 { $day } 起
trust-scope-until = 至 { $day }
trust-scope-ended = 已於 { $day } 離開

## Certificates and reports
trust-look-up = 在驗證機構查詢
trust-open = 開啟
trust-item-report = 報告
trust-fact-number = 編號
trust-fact-body = 驗證機構
trust-fact-scope = 範圍
trust-fact-services = 服務
trust-fact-clouds = 雲端
trust-fact-issued = 核發日期
trust-fact-expires = 到期日期
trust-fact-edition-ends = 版本終止日期
trust-fact-surveillance = 監督稽核
trust-fact-kind = 類型
trust-fact-standards = 標準
trust-fact-period = 期間
trust-fact-bridges = 銜接的報告
trust-report-assessment = 稽核報告
trust-report-soc = 控制報告
trust-report-bridge-letter = 銜接函
trust-report-pentest-summary = 滲透測試摘要
trust-report-soa = 適用性聲明
trust-report-certificate = 證書

## Statements of applicability
trust-statement-of = { $certificate } 的適用性聲明
trust-statement-said = { $whole } 項中有 { $part } 項適用
trust-statement-full = 理由和參考資料見完整聲明。
trust-statement-rows = 所有項目
trust-row = 項目
trust-row-state = 狀態
trust-row-duty = 執行方
trust-row-reason = 理由
trust-row-not-applicable = 不適用
trust-row-done = 已實施
trust-row-not-done = 尚未實施
trust-row-applies = 適用
trust-duty-provider = 供應商
trust-duty-shared = 供應商與客戶
trust-duty-customer = 客戶

## Reading
trust-priced = 需購買
trust-resource-mapping = 對照表
trust-resource-standard = 標準
trust-resource-case-study = 案例
trust-resource-terms = 條款
trust-resource-white-paper = 白皮書
trust-resource-background = 背景資料
trust-resource-reports = 更多報告
trust-resource-other = 其他
