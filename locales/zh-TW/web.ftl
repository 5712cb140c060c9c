# The pages of the site. See ../en-US/web.ftl.

## Every page
web-skip = 跳到主要內容
web-nav-label = 主選單
web-nav-catalog = 目錄
web-nav-permissions = 權限
web-nav-publishers = 發行者
web-nav-app-ids = 應用程式註冊
web-nav-trust = 信任
web-search-label = 搜尋應用程式
web-language-label = 語言
web-language-offer = 以繁體中文閱讀此頁面
web-theme = 深色模式
web-crumb-label = 目前位置
web-home = 首頁
web-feed-title = 目錄中的變更
web-foot-declared = 回答由發行者聲明。只有帶有認證標章的內容才經過分析師查證。
web-foot-feed = 變更訂閱來源
web-foot-api = API 說明
web-on-this-page = 本頁內容
web-print = 列印
web-first = 從頭開始
web-next = 下一頁

## The front page
web-home-title = 放行應用程式之前，先了解它會做什麼
web-home-lead = 發行者回答其應用程式保存哪些內容、誰可以檢視。分析師查證證據。您可以在這裡以自己的語言閱讀兩者。
web-home-search = 名稱、發行者、權限…
web-home-find = 尋找應用程式
web-home-apps = 應用程式
web-home-certified = 已認證
web-home-permissions = 要求的權限
web-home-publishers = 發行者
web-home-newest = 最新回答
web-home-all = 所有應用程式（由新到舊）
web-home-empty = 目錄是空的。執行 `attestor catalog import DIR` 可匯入應用程式，執行 `attestor demo` 可檢視範例。
web-door-check = 了解應用程式
web-door-check-text = 儲存哪些資料、遵循哪些標準、要求哪些權限，以及哪些問題無人回答。
web-door-trust = 以證書為依據
web-door-trust-text = 供應商取得了哪些認證、今天涵蓋哪些服務，以及背後的文件。
web-door-compare = 比較與追蹤
web-door-compare-text = 最多四個應用程式並排比較，檢視每個回答的每個版本，並透過訂閱來源追蹤變更。
web-door-build = 運用資料開發
web-door-build-text = 每個頁面都可作為資料使用：清單提供 CSV、XLSX 和 JSON 格式，REST API 附有說明。

## The catalog
web-catalog-title = 應用程式目錄
web-catalog-description = 商務應用程式，以及發行者就資料、安全性和隱私權所作的聲明和已查證的內容。
web-facets = 篩選條件
web-facets-apply = 顯示應用程式
web-facet-tier = 保證等級
web-facet-host-product = 適用於
web-facet-stores-data = 儲存客戶資料
web-facet-hosting = 代管
web-facet-framework = 標準或法律
web-facet-permission = 權限
web-facet-freshness = 上次變更
web-facet-publisher = 發行者
web-facet-more = 還有 { $count } 項
web-tier-attested = 發行者自行證明
web-tier-certified = 已認證
web-fresh-within_3_months = 3 個月內
web-fresh-within_12_months = 12 個月內
web-fresh-older = 更早
web-fresh-unknown = 不明
web-product-excel = Excel
web-product-onenote = OneNote
web-product-outlook = Outlook
web-product-powerpoint = PowerPoint
web-product-project = Project
web-product-sharepoint = SharePoint
web-product-teams = Teams
web-product-word = Word
web-chosen = 已選的篩選條件
web-remove = 移除
web-remove-all = 移除所有篩選條件
web-remove-one = 移除「{ $filter }」
web-found = { $count ->
   *[other] { $shown } 個應用程式
  }
web-range = 第 { $first }–{ $last } 個，共 { $total } 個
web-no-match = 沒有相符的應用程式。
web-no-match-hint = 減少搜尋字詞或篩選條件可找到更多應用程式。
web-sort = 排序
web-sort-relevance = 最相符
web-sort-name = 名稱
web-sort-newest = 最新
web-compare-pick = 比較
web-compare-go = 比較所選的應用程式

## An app
web-app-title = { $app }（發行者：{ $publisher }）
web-app-description = { $app } 的發行者就資料、安全性、合規性和隱私權所作的聲明。
web-app-updated = 發行者上次變更日期：
web-stale = 超過一年未確認
web-seal-title = 已認證
web-seal-text = 分析師已查證下列領域的證據。
web-seal-plain = 分析師已查證證據。
web-seal-failed = 有領域未通過，請查看下方結果。
web-summary = 摘要
web-summary-stores = 儲存客戶資料
web-summary-answered = 已回答的問題
web-summary-of = / 共 { $count } 個
web-summary-frameworks = 聲明的標準
web-summary-permissions = Graph 權限
web-summary-broad = { $count ->
    [0] 其中沒有範圍廣的權限
   *[other] 其中 { $shown } 項範圍廣
  }
web-state-good = 良好
web-state-look = 值得留意
web-state-neutral = 中性
web-state-na = 不適用
web-state-blank = 未回答
web-bar = 良好 { $good }，值得留意 { $look }，中性 { $neutral }，不適用 { $na }，未回答 { $blank }
web-declared = 由發行者聲明 · 已回答 { $answered } 個，共 { $asked } 個
web-checked = 已查證
web-checked-by-analyst = 已由分析師查證
web-question = 問題
web-answer = 回答
web-answer-blank = 未回答
web-answer-unreadable = 無法讀取
web-old-report = 超過 12 個月
web-section-general = 一般資訊
web-section-data = 資料處理
web-section-security = 安全性
web-section-compliance = 合規性
web-section-privacy = 隱私權
web-section-identity = 身分識別
web-section-other = 本頁其他內容
web-blank-rows = { $count ->
   *[other] 發行者有 { $shown } 個問題未回答
  }
web-history = 歷程記錄
web-bilingual = 並排顯示
web-permissions = Graph 權限
web-permissions-filter = 篩選權限
web-permission = 權限
web-permission-type = 類型
web-permission-delegated = 委派
web-permission-application = 應用程式
web-permission-both = 兩者
web-justification = 理由
web-no-reason = 未說明理由
web-broad = 範圍廣
web-registration = 應用程式註冊
web-certification = 認證
web-control = 控制項
web-outcome = 結果
web-outcome-pass = 通過
web-outcome-fail = 未通過
web-outcome-in_scope = 在範圍內
web-outcome-na = 不適用
web-app-closing = 回答由發行者聲明。只有帶有認證標章的內容才經過分析師查證。

## Notes on an app
web-note-machine = 本頁由機器翻譯。請以發行者自己的回答為準。
web-note-machine-on = 本頁由機器於 { $day }翻譯。請以發行者自己的回答為準。
web-note-other-language = 發行者自己的文字使用的語言是 { $language }。問題和選項以您的語言顯示。
web-note-not-newest = 有較新的版本（{ $language }）。
web-note-old-version = 這是第 { $number } 個版本（共 { $count } 個），不是目前的版本。
web-note-current = 閱讀目前的版本
web-note-original = 閱讀原文
web-note-findings = 本頁中不一致的內容
web-finding-permissions_without_sign_in = 本頁列出了 { $permissions } 項 Graph 權限，卻表示應用程式不透過身分識別平台登入。
web-finding-certified_with_failed_domain = 應用程式顯示為已認證，但有一個領域未通過：{ $domain }。
web-finding-ids_disagree = 本頁也提到了識別碼 { $other }；目錄中此應用程式的識別碼為 { $kept }。
web-finding-blanks = { $count ->
   *[other] { $shown } 個問題未填寫。
  }
web-finding-stale_date = 發行者上次變更回答的日期是 { $day }，已超過一年。
web-finding-future_date = 發行者的上次變更日期在未來：{ $day }。

## Problems
web-request-id = 此要求的編號：
web-problem-unauthorized = 請先登入
web-problem-unauthorized-text = 只有登入的人才能開啟。程式需要傳送仍然有效的存取權杖。
web-problem-forbidden = 您沒有權限
web-problem-forbidden-text = 您的角色或權杖不允許此操作。沒有任何變更。
web-problem-too-many = 嘗試次數過多
web-problem-too-many-text = 請依照回應中的時間等待，然後再試一次。
web-problem-not-found = 此網址沒有任何內容
web-problem-not-found-text = 網址可能輸入有誤，或者該應用程式從未收錄在此目錄中。沒有遺失任何內容。
web-problem-bad-request = 此網址要求的內容不存在
web-problem-bad-request-text = 網址中的某個篩選條件或數字格式不正確。請將其移除後再試一次。
web-problem-method-not-allowed = 此頁面只能閱讀
web-problem-method-not-allowed-text = 沒有變更任何內容。
web-problem-too-large = 一次傳送的內容太多
web-problem-too-large-text = 傳送的內容或網址本身超過此伺服器可接受的長度。沒有保留任何內容。
web-problem-too-slow = 花費的時間過長
web-problem-too-slow-text = 為維持對其他使用者的回應速度，伺服器已放棄此要求。沒有遺失任何內容；請再試一次。
web-problem-failure = 我們這邊發生了問題
web-problem-failure-text = 問題已以下方編號記錄。沒有遺失任何內容；請稍後再試一次。
web-problem-unavailable = 目前無法讀取目錄
web-problem-unavailable-text = 資料庫沒有回應。沒有遺失任何內容；請稍後再試一次。

## Answers in lists
web-answer-yes = 是
web-answer-no = 否
web-answer-na = 不適用
web-answer-unanswered = 未回答
web-stores-yes = 儲存客戶資料
web-stores-no = 不儲存客戶資料
web-stores-na = 客戶資料：不適用
web-stores-unanswered = 客戶資料：未回答
web-permission-count = { $count ->
   *[other] { $shown } 項權限
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
web-heading-telemetry-data = 遙測
web-heading-organizational-controls-for-data-stored-by-partner = 對儲存資料的控制
web-heading-human-review-of-organizational-information = 檢視資料的人員
web-heading-non-microsoft-services-used = 接收資料的其他服務
web-heading-data-access-via-bots = Bot 存取的資料
web-heading-data-access-using-other-microsoft-apis = 其他 Microsoft API

## Long lists
web-previous = 上一頁
web-pages = 此清單的分頁
web-letters = 首字母
web-apps-of = { $part } 個應用程式，共 { $whole } 個

## Permissions
web-permissions-title = Graph 權限
web-permissions-lead = 應用程式在 Microsoft Graph 中要求讀取和變更的內容，依要求次數由多到少排列。
web-permissions-empty = 沒有應用程式要求權限。
web-permission-title = { $permission }：要求此權限的應用程式
web-permission-lead = 哪些應用程式要求 { $permission }，以及有哪些範圍較窄的權限。
web-permission-apps = 要求此權限的應用程式
web-permission-share = 占所有應用程式的比例
web-permission-in-catalog = 在目錄中依此權限篩選
web-permission-narrower = 範圍較窄的權限
web-permission-narrower-text = 此權限涵蓋這些權限。請詢問其中之一是否已足夠。
web-permission-wider = 範圍較廣的權限
web-permission-wider-text = 擁有其中任何一項，也就擁有此權限。
web-permission-asked-by = 要求此權限的應用程式

## Publishers
web-publishers-lead = 目錄中的應用程式由誰提供。
web-publishers-found = { $count ->
   *[other] { $shown } 個發行者
  }
web-publisher-lead = { $publisher } 的應用程式，以及該發行者就資料、安全性和隱私權所作的聲明。

## What errors mean
web-problem-programs = 供程式使用
web-problem-status = HTTP 狀態
web-problem-others = 其他錯誤

## App registrations
web-app-ids-lead = 應用程式要求權限時使用的識別碼，與您的租用戶在企業應用程式中顯示的識別碼相同。
web-app-ids-search = 應用程式註冊識別碼
web-app-ids-find = 尋找應用程式
web-app-ids-found = { $count ->
   *[other] { $shown } 個應用程式註冊
  }
web-app-id-missing = 此目錄中沒有應用程式透過「{ $id }」要求權限。目錄以外的應用程式可能會使用它。
web-app-id-title = 應用程式註冊 { $id }
web-app-id-others = 更多應用程式

## The history of an app
web-not-on-page = 頁面上沒有
web-language-unknown = 語言不明
web-version = 版本 { $number }
web-history-title = { $app } 的歷程記錄
web-history-from = 從
web-history-to = 到
web-history-compare = 比較版本
web-history-changes = 變更內容
web-history-nothing = 兩個版本的回答相同。
web-history-without-texts = 自由填寫的文字使用兩種語言，未作比較。
web-history-first = 第一個版本
web-history-first-text = 沒有使用此語言的較早版本可供比較。
web-history-versions = 所有版本
web-history-version = 版本
web-history-added = 收錄日期
web-history-current = 目前
web-was = 變更前
web-is = 變更後
web-page-form = 頁面格式
web-page-form_2021 = 2021 年格式
web-page-form_2022 = 2022 年格式
web-permission-added = 已新增
web-permission-removed = 已移除

## Apps side by side
web-compare-title = 並排比較應用程式
web-compare-add-first = 選擇第一個應用程式
web-compare-add-second = 新增第二個應用程式
web-compare-add = 再新增一個應用程式
web-compare-choose = 在目錄中選擇應用程式
web-compare-unknown = 下列各項不是目錄中的應用程式，已略過：
web-compare-too-many = 要求了 { $count } 個應用程式；顯示前 { $most } 個。
web-compare-only = 僅顯示不同之處
web-compare-all = 顯示所有列
web-compare-same = 沒有不同之處。
web-differs = 不同
web-asked = 已要求
web-not-asked = 未要求

## A page in two languages
web-bilingual-title = { $app } 的雙語對照
web-bilingual-source = 原文
web-bilingual-left = 左側
web-bilingual-right = 右側
web-bilingual-show = 並排顯示
web-bilingual-none = 尚無翻譯
web-bilingual-none-text = 此應用程式的頁面只有一種語言，且沒有顯示原文。
web-bilingual-warnings = { $count ->
   *[other] 兩份文字有 { $shown } 處的數字、日期、網址或標準不一致。
  }
web-lost-address = 網址不同：{ $left } | { $right }
web-lost-standard = 標準不同：{ $left } | { $right }
web-lost-date = 日期不同：{ $left } | { $right }
web-lost-number = 數字不同：{ $left } | { $right }
web-provenance-human = 人工翻譯
web-provenance-machine = 機器翻譯
web-provenance-reviewed = 機器翻譯，經人工審閱
web-translation-stale = 翻譯後原文已變更

## The list of apps as a table
web-column-id = 識別碼
web-column-name = 名稱
web-column-publisher = 發行者
web-column-tier = 保證等級
web-column-stores-data = 儲存客戶資料
web-column-hosting = 代管
web-column-frameworks = 聲明的標準
web-column-permissions = 權限
web-column-updated = 上次變更
web-column-link = 連結

## The feed of changes
web-feed-lead = 發行者最近變更過回答的應用程式。
web-feed-changed = { $publisher } 於 { $day }變更了回答。
web-feed-changed-by-nobody = 回答於 { $day }變更。
