# The pages of the site. See ../en-US/web.ftl.

## Every page
web-skip = 本文へ移動
web-nav-label = メイン
web-nav-catalog = カタログ
web-nav-permissions = アクセス許可
web-nav-publishers = 発行元
web-nav-app-ids = アプリ登録
web-nav-trust = トラスト
web-search-label = アプリを検索
web-language-label = 言語
web-language-offer = このページを日本語で読む
web-theme = ダーク モード
web-crumb-label = 現在の場所
web-home = ホーム
web-feed-title = カタログの変更
web-foot-declared = 回答は発行元の申告です。アナリストが確認したのは、認定マークの付いたものだけです。
web-foot-feed = 変更のフィード
web-foot-api = API の説明
web-on-this-page = このページの内容
web-print = 印刷
web-first = 先頭から
web-next = 次へ

## The front page
web-home-title = 受け入れる前に、アプリが何をするのかを知る
web-home-lead = アプリが何を保持し、誰がそれを見られるのかを発行元が回答し、アナリストが証拠を確認します。そのどちらも、ここでお使いの言語で読めます。
web-home-search = 名前、発行元、アクセス許可…
web-home-find = アプリを探す
web-home-apps = アプリ
web-home-certified = 認定済み
web-home-permissions = 要求されるアクセス許可
web-home-publishers = 発行元
web-home-newest = 最新の回答
web-home-all = すべてのアプリ (新しい順)
web-home-empty = カタログは空です。`attestor catalog import DIR` でアプリを取り込めます。`attestor demo` で例を表示できます。
web-door-check = アプリを調べる
web-door-check-text = 保存するデータ、従っている標準、要求するアクセス許可、そして回答のない質問がわかります。
web-door-trust = 証明書を根拠にする
web-door-trust-text = プロバイダーが何の認証を受け、今日どのサービスが対象か、そしてその文書がわかります。
web-door-compare = 比較して追跡する
web-door-compare-text = 最大 4 つのアプリを並べて比較でき、すべての回答の全バージョンと変更のフィードを見られます。
web-door-build = データを使って開発する
web-door-build-text = すべてのページをデータとして利用できます。一覧は CSV、XLSX、JSON で、REST API は説明付きで提供しています。

## The catalog
web-catalog-title = アプリのカタログ
web-catalog-description = 業務用アプリについて、データ、セキュリティ、プライバシーに関する発行元の申告と、確認された内容を掲載しています。
web-facets = フィルター
web-facets-apply = アプリを表示
web-facet-tier = 保証レベル
web-facet-host-product = 対応製品
web-facet-stores-data = 顧客データの保存
web-facet-hosting = ホスティング
web-facet-framework = 標準または法律
web-facet-permission = アクセス許可
web-facet-freshness = 最終変更
web-facet-publisher = 発行元
web-facet-more = ほか { $count } 件
web-tier-attested = 発行元による自己申告
web-tier-certified = 認定済み
web-fresh-within_3_months = 3 か月以内
web-fresh-within_12_months = 12 か月以内
web-fresh-older = それより前
web-fresh-unknown = 不明
web-product-excel = Excel
web-product-onenote = OneNote
web-product-outlook = Outlook
web-product-powerpoint = PowerPoint
web-product-project = Project
web-product-sharepoint = SharePoint
web-product-teams = Teams
web-product-word = Word
web-chosen = 選択中のフィルター
web-remove = 解除
web-remove-all = すべてのフィルターを解除
web-remove-one = 「{ $filter }」を解除
web-found = { $count ->
   *[other] { $shown } 件のアプリ
  }
web-range = { $total } 件中 { $first }–{ $last } 件
web-no-match = 一致するアプリはありません。
web-no-match-hint = 検索語やフィルターを減らすと、見つかるアプリが増えます。
web-sort = 並べ替え
web-sort-relevance = 関連度順
web-sort-name = 名前順
web-sort-newest = 新しい順
web-compare-pick = 比較
web-compare-go = 選んだアプリを比較

## An app
web-app-title = { $app } (発行元: { $publisher })
web-app-description = { $app } の発行元が、データ、セキュリティ、コンプライアンス、プライバシーについて申告している内容です。
web-app-updated = 発行元による最終変更日:
web-stale = 1 年を超えて再確認なし
web-seal-title = 認定済み
web-seal-text = 下記の領域について、アナリストが証拠を確認しました。
web-seal-plain = アナリストが証拠を確認しました。
web-seal-failed = 不合格の領域があります。下の結果をご覧ください。
web-summary = 概要
web-summary-stores = 顧客データの保存
web-summary-answered = 回答済みの質問
web-summary-of = / { $count } 問
web-summary-frameworks = 申告された標準
web-summary-permissions = Graph のアクセス許可
web-summary-broad = { $count ->
    [0] 広範なものはなし
   *[other] うち { $shown } 件が広範
  }
web-state-good = 良好
web-state-look = 要注目
web-state-neutral = 中立
web-state-na = 該当なし
web-state-blank = 未回答
web-bar = 良好 { $good }、要注目 { $look }、中立 { $neutral }、該当なし { $na }、未回答 { $blank }
web-declared = 発行元の申告 · { $asked } 問中 { $answered } 問
web-checked = 確認済み
web-checked-by-analyst = アナリストが確認済み
web-question = 質問
web-answer = 回答
web-answer-blank = 未回答
web-answer-unreadable = 読み取り不可
web-old-report = 12 か月より前
web-section-general = 全般的な情報
web-section-data = データの扱い
web-section-security = セキュリティ
web-section-compliance = コンプライアンス
web-section-privacy = プライバシー
web-section-identity = ID
web-section-other = このページのその他の内容
web-blank-rows = { $count ->
   *[other] 発行元が回答していない質問が { $shown } 件あります
  }
web-history = 履歴
web-bilingual = 並べて表示
web-permissions = Graph のアクセス許可
web-permissions-filter = アクセス許可を絞り込む
web-permission = アクセス許可
web-permission-type = 種類
web-permission-delegated = 委任
web-permission-application = アプリケーション
web-permission-both = 両方
web-justification = 理由
web-no-reason = 理由の記載なし
web-broad = 広範
web-registration = アプリ登録
web-certification = 認定
web-control = コントロール
web-outcome = 結果
web-outcome-pass = 合格
web-outcome-fail = 不合格
web-outcome-in_scope = 対象範囲内
web-outcome-na = 該当なし
web-app-closing = 回答は発行元の申告です。アナリストが確認したのは、認定マークの付いたものだけです。

## Notes on an app
web-note-machine = このページは機械翻訳です。正式なものは発行元自身の回答です。
web-note-machine-on = このページは { $day } に機械翻訳されました。正式なものは発行元自身の回答です。
web-note-other-language = 発行元自身の記述の言語は { $language } です。質問と選択肢はお使いの言語で表示しています。
web-note-not-newest = より新しいバージョン ({ $language }) があります。
web-note-old-version = これは全 { $count } バージョンのうちバージョン { $number } で、現在のバージョンではありません。
web-note-current = 現在のバージョンを読む
web-note-original = 原文を読む
web-note-findings = このページで食い違っている点
web-finding-permissions_without_sign_in = Graph のアクセス許可を { $permissions } 件挙げていますが、アプリは ID プラットフォームを通じてサインインしないとしています。
web-finding-certified_with_failed_domain = 認定済みと表示されていますが、不合格の領域があります: { $domain }。
web-finding-ids_disagree = ID { $other } も記載されています。このカタログではアプリを { $kept } として保持しています。
web-finding-blanks = { $count ->
   *[other] { $shown } 件の質問が空欄のままです。
  }
web-finding-stale_date = 発行元が最後に回答を変更したのは { $day } で、1 年以上前です。
web-finding-future_date = 発行元による最終変更日が未来の日付です: { $day }。

## Problems
web-request-id = この要求の番号:
web-problem-unauthorized = 先にサインインしてください
web-problem-unauthorized-text = サインインした人だけが開けます。プログラムは有効なアクセストークンを送ってください。
web-problem-forbidden = 許可されていません
web-problem-forbidden-text = あなたの役割またはトークンでは許可されていません。何も変更されていません。
web-problem-too-many = 試行回数が多すぎます
web-problem-too-many-text = 応答が示す時間だけ待ってから、もう一度お試しください。
web-problem-not-found = このアドレスには何もありません
web-problem-not-found-text = アドレスが間違っているか、そのアプリがこのカタログに登録されたことがない可能性があります。何も失われていません。
web-problem-bad-request = アドレスが存在しないものを求めています
web-problem-bad-request-text = アドレスに含まれるフィルターまたは数値の形式が正しくありません。それを取り除いて、もう一度お試しください。
web-problem-method-not-allowed = このページは読み取り専用です
web-problem-method-not-allowed-text = 何も変更されていません。
web-problem-too-large = 一度に送る量が多すぎます
web-problem-too-large-text = 送信された内容またはアドレス自体が、このサーバーで受け付けられる長さを超えています。何も保存されていません。
web-problem-too-slow = 時間がかかりすぎました
web-problem-too-slow-text = ほかの利用者への応答を速く保つため、サーバーはこの要求の処理を中止しました。何も失われていません。もう一度お試しください。
web-problem-failure = こちら側で問題が発生しました
web-problem-failure-text = 下の番号で記録しました。何も失われていません。しばらくしてからもう一度お試しください。
web-problem-unavailable = 現在、カタログを読み取れません
web-problem-unavailable-text = データベースが応答しません。何も失われていません。しばらくしてからもう一度お試しください。

## Answers in lists
web-answer-yes = はい
web-answer-no = いいえ
web-answer-na = 該当なし
web-answer-unanswered = 未回答
web-stores-yes = 顧客データを保存する
web-stores-no = 顧客データを保存しない
web-stores-na = 顧客データ: 該当なし
web-stores-unanswered = 顧客データ: 未回答
web-permission-count = { $count ->
   *[other] アクセス許可 { $shown } 件
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
web-heading-telemetry-data = テレメトリ
web-heading-organizational-controls-for-data-stored-by-partner = 保存データの管理
web-heading-human-review-of-organizational-information = データを閲覧する人
web-heading-non-microsoft-services-used = データを受け取るその他のサービス
web-heading-data-access-via-bots = ボットがアクセスするデータ
web-heading-data-access-using-other-microsoft-apis = その他の Microsoft API

## Long lists
web-previous = 前へ
web-pages = この一覧のページ
web-letters = 頭文字
web-apps-of = { $whole } 件中 { $part } 件のアプリ

## Permissions
web-permissions-title = Graph のアクセス許可
web-permissions-lead = アプリが Microsoft Graph で読み取りや変更のために要求するアクセス許可です。多く要求されている順に並んでいます。
web-permissions-empty = アクセス許可を要求するアプリはありません。
web-permission-title = { $permission }: 要求するアプリ
web-permission-lead = { $permission } を要求するアプリと、より範囲の狭いアクセス許可です。
web-permission-apps = 要求するアプリ
web-permission-share = 全アプリに占める割合
web-permission-in-catalog = これでカタログを絞り込む
web-permission-narrower = より範囲の狭いアクセス許可
web-permission-narrower-text = いずれもこのアクセス許可に含まれます。どれか 1 つで足りないかを発行元に確認してください。
web-permission-wider = より範囲の広いアクセス許可
web-permission-wider-text = いずれか 1 つがあれば、このアクセス許可も得られます。
web-permission-asked-by = 要求するアプリ

## Publishers
web-publishers-lead = カタログのアプリを提供している発行元です。
web-publishers-found = { $count ->
   *[other] { $shown } 件の発行元
  }
web-publisher-lead = { $publisher } のアプリと、データ、セキュリティ、プライバシーに関する申告です。

## What errors mean
web-problem-programs = プログラム向け
web-problem-status = HTTP ステータス
web-problem-others = その他のエラー

## App registrations
web-app-ids-lead = アプリがアクセス許可を要求するときに使う ID です。お使いのテナントでは、エンタープライズ アプリケーションに表示されます。
web-app-ids-search = アプリ登録の ID
web-app-ids-find = アプリを探す
web-app-ids-found = { $count ->
   *[other] { $shown } 件のアプリ登録
  }
web-app-id-missing = 「{ $id }」を通じて要求するアプリは、このカタログにありません。カタログ外のアプリが使っている可能性はあります。
web-app-id-title = アプリ登録 { $id }
web-app-id-others = ほかのアプリ

## The history of an app
web-not-on-page = ページに記載なし
web-language-unknown = 言語不明
web-version = バージョン { $number }
web-history-title = { $app } の履歴
web-history-from = 比較元
web-history-to = 比較先
web-history-compare = バージョンを比較
web-history-changes = 変更内容
web-history-nothing = 2 つのバージョンの回答は同じです。
web-history-without-texts = 自由記述は 2 つの言語で書かれているため、比較していません。
web-history-first = 最初のバージョン
web-history-first-text = この言語には、比較できる以前のバージョンがありません。
web-history-versions = すべてのバージョン
web-history-version = バージョン
web-history-added = 取り込み日
web-history-current = 現在
web-was = 変更前
web-is = 変更後
web-page-form = ページの様式
web-page-form_2021 = 2021 年の様式
web-page-form_2022 = 2022 年の様式
web-permission-added = 追加
web-permission-removed = 削除

## Apps side by side
web-compare-title = アプリを並べて比較
web-compare-add-first = 最初のアプリを選ぶ
web-compare-add-second = 2 つ目のアプリを追加
web-compare-add = 別のアプリを追加
web-compare-choose = カタログでアプリを選ぶ
web-compare-unknown = 次のものはカタログのアプリではないため、除外しました:
web-compare-too-many = { $count } 件のアプリが指定されました。先頭の { $most } 件を表示しています。
web-compare-only = 異なる行だけを表示
web-compare-all = すべての行を表示
web-compare-same = 違いはありません。
web-differs = 相違あり
web-asked = 要求あり
web-not-asked = 要求なし

## A page in two languages
web-bilingual-title = 2 つの言語で見る { $app }
web-bilingual-source = 原文
web-bilingual-left = 左
web-bilingual-right = 右
web-bilingual-show = 並べて表示
web-bilingual-none = まだ翻訳がありません
web-bilingual-none-text = このアプリのページは 1 つの言語のものしかなく、原文も示されていません。
web-bilingual-warnings = { $count ->
   *[other] { $shown } か所で、2 つのテキストの数値、日付、アドレス、または標準が一致していません。
  }
web-lost-address = アドレスの相違: { $left } | { $right }
web-lost-standard = 標準の相違: { $left } | { $right }
web-lost-date = 日付の相違: { $left } | { $right }
web-lost-number = 数値の相違: { $left } | { $right }
web-provenance-human = 人による翻訳
web-provenance-machine = 機械翻訳
web-provenance-reviewed = 機械翻訳 (人が確認済み)
web-translation-stale = 翻訳後に原文が変更されています

## The list of apps as a table
web-column-id = ID
web-column-name = 名前
web-column-publisher = 発行元
web-column-tier = 保証レベル
web-column-stores-data = 顧客データの保存
web-column-hosting = ホスティング
web-column-frameworks = 申告された標準
web-column-permissions = アクセス許可
web-column-updated = 最終変更
web-column-link = リンク

## The feed of changes
web-feed-lead = 発行元が最近回答を変更したアプリです。
web-feed-changed = { $publisher } が { $day } に回答を変更しました。
web-feed-changed-by-nobody = { $day } に回答が変更されました。
