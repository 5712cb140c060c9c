# Trust portals as everybody sees them. Days and numbers arrive in the form of the language.

## Lists
trust-title = トラストポータル
trust-lead = プロバイダーが何について認証を受けているか、今日どのサービスが対象か、それを示す文書を確認できます。
trust-found = { $count ->
   *[other] プロバイダー { $shown } 社
  }
trust-none = まだ誰もポータルを公開していません
trust-none-text = 公開元は、このサイトの自分のページから公開します。
trust-center-lead = { $provider } の証明書、報告書、対象サービス。
trust-standard-lead = { $provider } の { $standard }: 対象サービス、証明書、報告書、質問。
trust-published = 公開日
trust-standards = 標準
trust-standards-none = まだ標準は表示されていません。
trust-apps = このプロバイダーの認定アプリ
trust-documents = 文書
trust-documents-lead = 一部の文書は、サインイン、契約への同意、または承認の後に開けます。
trust-document = 文書
trust-as-data = このポータルのデータ:
trust-attention = 注意が必要な点

## Where an offering stands
trust-holding = { $count ->
   *[other] 有効な証明書 { $shown } 件
  }
trust-holding-none = 有効な証明書なし
trust-expiring-count = まもなく終了 { $shown } 件
trust-overdue = 監査の期限切れ
trust-edition-ended = 版は終了
trust-told-overdue = { $standard }: 次の監査の期限は { $due } でした。前回の監査は { $last } です。
trust-told-edition = { $standard }: この版の証明書は { $day } に終了しました。
trust-told-expired = 証明書 { $certificate } は { $day } に終了しました。
trust-told-expiring = 証明書 { $certificate } は { $day } に終了します。
trust-told-undated = 証明書 { $certificate } には最終日がありません。根拠にしないでください。
trust-told-leaving = { $service } は { $day } を最後に対象から外れます。
trust-cycle-unknown = 監査は知られていません。
trust-cycle-running = 前回の監査は { $last } でした。次の期限は { $due } です。
trust-cycle-overdue = 前回の監査は { $last } でした。次の期限は { $due } で、すでに過ぎています。

## Where a certificate stands
trust-state-future = まだ有効でない
trust-state-published = 有効
trust-state-expiring = { $count ->
   *[other] あと { $shown } 日で終了
  }
trust-state-expired = 期限切れ
trust-state-superseded = 置き換え済み
trust-state-withdrawn = 撤回
trust-state-undated = 終了日なし

## Who may open a document
trust-access = 閲覧
trust-access-public = 公開
trust-access-signed-in = サインイン後
trust-access-agreement = 契約への同意後
trust-access-approval = 承認後

## Languages
trust-view = 本文の言語
trust-view-both = 並べて表示
trust-not-in-language = このポータルはお使いの言語では書かれていません。本文は{ $language }で表示されます。
trust-not-translated = 未翻訳
trust-differing = { $count ->
   *[other] このポータルの { $shown } 件の文で、言語間の内容が一致しません。該当箇所に印があります。
  }
trust-differs-standards = 標準が異なる: { $source } | { $translation }
trust-differs-editions = 版が異なる: { $source } | { $translation }
trust-differs-certificate-numbers = 証明書番号が異なる: { $source } | { $translation }
trust-differs-numbers = 数が異なる: { $source } | { $translation }
trust-differs-services = サービスが異なる: { $source } | { $translation }
trust-differs-links = リンクが異なる: { $source } | { $translation }

## Sections
trust-section-overview = 標準について
trust-section-position = プロバイダーと標準
trust-section-services = 対象サービス
trust-section-certificates = 証明書
trust-section-reports = 報告書
trust-section-statements = 適用宣言書
trust-section-questions = よくある質問
trust-section-resources = 資料
trust-section-white-papers = ホワイトペーパー
trust-section-background = 背景資料
trust-group-other = その他のサービス
trust-watch = この標準をウォッチする
trust-timeline = 有効期間と監査
trust-today = 今日

## Services
trust-service = サービス
trust-services-none = 対象サービスはありません。
trust-service-group = { $name } の一部
trust-service-aliases = 別名または旧名: { $name }
trust-cloud-public = すべての人向け
trust-cloud-government = 官公庁向け
trust-cloud-defense = 軍向け
trust-cloud-sovereign = 一国向け
trust-scope-in = 対象
trust-scope-out = 対象外
trust-scope-since = { $day } から
trust-scope-from = { $day } から予定
trust-scope-until = { $day } まで
trust-scope-ended = { $day } に対象外

## Certificates and reports
trust-look-up = 認証機関で照会
trust-open = 開く
trust-item-report = 報告書
trust-fact-number = 番号
trust-fact-body = 認証機関
trust-fact-scope = 適用範囲
trust-fact-services = サービス
trust-fact-clouds = クラウド
trust-fact-issued = 発行日
trust-fact-expires = 有効期限
trust-fact-edition-ends = 版の終了日
trust-fact-surveillance = サーベイランス審査
trust-fact-kind = 種類
trust-fact-standards = 標準
trust-fact-period = 期間
trust-fact-bridges = つなぐ対象
trust-report-assessment = 監査報告書
trust-report-soc = 統制に関する報告書
trust-report-bridge-letter = ブリッジレター
trust-report-pentest-summary = 侵入テストの要約
trust-report-soa = 適用宣言書
trust-report-certificate = 証明書

## Statements of applicability
trust-statement-of = { $certificate } の適用宣言書
trust-statement-said = { $whole } 項目中 { $part } 項目が適用
trust-statement-full = 理由と参照は完全版にあります。
trust-statement-rows = すべての項目
trust-row = 項目
trust-row-state = 状態
trust-row-duty = 実施者
trust-row-reason = 理由
trust-row-not-applicable = 適用なし
trust-row-done = 実施済み
trust-row-not-done = 未実施
trust-row-applies = 適用
trust-duty-provider = プロバイダー
trust-duty-shared = プロバイダーと顧客
trust-duty-customer = 顧客

## Reading
trust-priced = 有料
trust-resource-mapping = 対応表
trust-resource-standard = 標準
trust-resource-case-study = 事例
trust-resource-terms = 規約
trust-resource-white-paper = ホワイトペーパー
trust-resource-background = 背景資料
trust-resource-reports = その他の報告書
trust-resource-other = その他
