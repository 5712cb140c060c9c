# The pages of the site. See ../en-US/web.ftl.

## Every page
web-skip = 본문으로 건너뛰기
web-nav-label = 주 메뉴
web-nav-catalog = 카탈로그
web-nav-permissions = 권한
web-nav-publishers = 게시자
web-nav-app-ids = 앱 등록
web-nav-trust = 신뢰
web-search-label = 앱 검색
web-language-label = 언어
web-language-offer = 이 페이지를 한국어로 읽기
web-theme = 어두운 색상
web-crumb-label = 현재 위치
web-home = 홈
web-feed-title = 카탈로그 변경 내용
web-foot-declared = 답변은 게시자가 밝힌 내용입니다. 인증 마크가 있는 항목만 분석가가 확인했습니다.
web-foot-feed = 변경 내용 피드
web-foot-api = API 설명
web-on-this-page = 이 페이지의 내용
web-print = 인쇄
web-first = 처음부터
web-next = 다음

## The front page
web-home-title = 앱을 허용하기 전에 무엇을 하는 앱인지 알아보십시오
web-home-lead = 앱이 무엇을 보유하고 누가 볼 수 있는지 게시자가 답하고, 분석가가 증거를 확인합니다. 두 가지 모두 여기에서 사용자의 언어로 읽을 수 있습니다.
web-home-search = 이름, 게시자, 권한…
web-home-find = 앱 찾기
web-home-apps = 앱
web-home-certified = 인증됨
web-home-permissions = 요청되는 권한
web-home-publishers = 게시자
web-home-newest = 최신 답변
web-home-all = 모든 앱(최신순)
web-home-empty = 카탈로그가 비어 있습니다. `attestor catalog import DIR` 명령으로 앱을 가져올 수 있고, `attestor demo` 명령으로 예제를 볼 수 있습니다.
web-door-check = 앱 살펴보기
web-door-check-text = 저장하는 데이터, 따르는 표준, 요청하는 권한, 그리고 아무도 답하지 않은 질문까지 볼 수 있습니다.
web-door-trust = 인증서를 근거로 삼기
web-door-trust-text = 제공자가 무엇에 대해 인증을 받았는지, 오늘 어떤 서비스가 포함되는지, 그 근거 문서까지 볼 수 있습니다.
web-door-compare = 비교하고 추적하기
web-door-compare-text = 최대 네 개의 앱을 나란히 비교하고, 모든 답변의 모든 버전과 변경 내용 피드를 볼 수 있습니다.
web-door-build = 데이터로 개발하기
web-door-build-text = 모든 페이지를 데이터로 이용할 수 있습니다. 목록은 CSV, XLSX, JSON 형식으로 제공되며, REST API는 설명과 함께 제공됩니다.

## The catalog
web-catalog-title = 앱 카탈로그
web-catalog-description = 비즈니스용 앱에 대해 게시자가 데이터, 보안, 개인 정보 보호에 관해 밝힌 내용과 확인된 내용을 보여 줍니다.
web-facets = 필터
web-facets-apply = 앱 표시
web-facet-tier = 보증 수준
web-facet-host-product = 지원 제품
web-facet-stores-data = 고객 데이터 저장
web-facet-hosting = 호스팅
web-facet-framework = 표준 또는 법률
web-facet-permission = 권한
web-facet-freshness = 마지막 변경
web-facet-publisher = 게시자
web-facet-more = { $count }개 더
web-tier-attested = 게시자 자체 증명
web-tier-certified = 인증됨
web-fresh-within_3_months = 3개월 이내
web-fresh-within_12_months = 12개월 이내
web-fresh-older = 그 이전
web-fresh-unknown = 알 수 없음
web-product-excel = Excel
web-product-onenote = OneNote
web-product-outlook = Outlook
web-product-powerpoint = PowerPoint
web-product-project = Project
web-product-sharepoint = SharePoint
web-product-teams = Teams
web-product-word = Word
web-chosen = 선택한 필터
web-remove = 제거
web-remove-all = 모든 필터 제거
web-remove-one = ‘{ $filter }’ 제거
web-found = { $count ->
   *[other] 앱 { $shown }개
  }
web-range = { $total }개 중 { $first }–{ $last }
web-no-match = 일치하는 앱이 없습니다.
web-no-match-hint = 검색어나 필터를 줄이면 더 많은 앱을 찾을 수 있습니다.
web-sort = 정렬
web-sort-relevance = 관련도순
web-sort-name = 이름순
web-sort-newest = 최신순
web-compare-pick = 비교
web-compare-go = 선택한 앱 비교

## An app
web-app-title = { $app }(게시자: { $publisher })
web-app-description = { $app } 게시자가 데이터, 보안, 규정 준수, 개인 정보 보호에 관해 밝힌 내용입니다.
web-app-updated = 게시자가 마지막으로 변경한 날:
web-stale = 1년 넘게 재확인되지 않음
web-seal-title = 인증됨
web-seal-text = 분석가가 아래 영역의 증거를 확인했습니다.
web-seal-plain = 분석가가 증거를 확인했습니다.
web-seal-failed = 불합격한 영역이 있습니다. 아래 결과를 확인하세요.
web-summary = 요약
web-summary-stores = 고객 데이터 저장
web-summary-answered = 답변한 질문
web-summary-of = / { $count }개
web-summary-frameworks = 게시자가 밝힌 표준
web-summary-permissions = Graph 권한
web-summary-broad = { $count ->
    [0] 광범위한 권한 없음
   *[other] 그중 { $shown }개 광범위
  }
web-state-good = 양호
web-state-look = 살펴볼 점
web-state-neutral = 중립
web-state-na = 해당 없음
web-state-blank = 답변 없음
web-bar = 양호 { $good }, 살펴볼 점 { $look }, 중립 { $neutral }, 해당 없음 { $na }, 답변 없음 { $blank }
web-declared = 게시자가 밝힌 내용 · { $asked }개 중 { $answered }개
web-checked = 확인됨
web-checked-by-analyst = 분석가가 확인함
web-question = 질문
web-answer = 답변
web-answer-blank = 답변 없음
web-answer-unreadable = 읽을 수 없음
web-old-report = 12개월 넘음
web-section-general = 일반 정보
web-section-data = 데이터 처리
web-section-security = 보안
web-section-compliance = 규정 준수
web-section-privacy = 개인 정보 보호
web-section-identity = ID
web-section-other = 이 페이지의 기타 내용
web-blank-rows = { $count ->
   *[other] 게시자가 답하지 않은 질문이 { $shown }개 있습니다
  }
web-history = 변경 기록
web-bilingual = 나란히 보기
web-permissions = Graph 권한
web-permissions-filter = 권한 필터링
web-permission = 권한
web-permission-type = 유형
web-permission-delegated = 위임됨
web-permission-application = 애플리케이션
web-permission-both = 둘 다
web-justification = 이유
web-no-reason = 이유가 제시되지 않음
web-broad = 광범위
web-registration = 앱 등록
web-certification = 인증
web-control = 컨트롤
web-outcome = 결과
web-outcome-pass = 통과
web-outcome-fail = 실패
web-outcome-in_scope = 범위 내
web-outcome-na = 해당 없음
web-app-closing = 답변은 게시자가 밝힌 내용입니다. 인증 마크가 있는 항목만 분석가가 확인했습니다.

## Notes on an app
web-note-machine = 이 페이지는 기계 번역되었습니다. 게시자가 직접 한 답변이 우선합니다.
web-note-machine-on = 이 페이지는 { $day }에 기계 번역되었습니다. 게시자가 직접 한 답변이 우선합니다.
web-note-other-language = 게시자가 직접 쓴 내용의 언어는 { $language }입니다. 질문과 선택지는 사용자의 언어로 표시됩니다.
web-note-not-newest = 더 새로운 버전({ $language })이 있습니다.
web-note-old-version = 전체 { $count }개 버전 중 버전 { $number }이며, 현재 버전이 아닙니다.
web-note-current = 현재 버전 읽기
web-note-original = 원문 읽기
web-note-findings = 이 페이지에서 서로 맞지 않는 내용
web-finding-permissions_without_sign_in = Graph 권한 { $permissions }개를 나열하면서 앱이 ID 플랫폼을 통해 로그인하지 않는다고 밝히고 있습니다.
web-finding-certified_with_failed_domain = 인증된 것으로 표시되지만 실패한 영역이 있습니다: { $domain }.
web-finding-ids_disagree = 다른 ID({ $other })도 적혀 있습니다. 카탈로그에 보관된 이 앱의 ID: { $kept }.
web-finding-blanks = { $count ->
   *[other] 질문 { $shown }개가 비어 있습니다.
  }
web-finding-stale_date = 게시자가 마지막으로 답변을 변경한 날은 1년이 넘은 { $day }입니다.
web-finding-future_date = 게시자가 마지막으로 변경한 날이 미래의 날짜입니다: { $day }.

## Problems
web-request-id = 이 요청의 번호:
web-problem-unauthorized = 먼저 로그인하세요
web-problem-unauthorized-text = 로그인한 사람만 열 수 있습니다. 프로그램은 유효한 액세스 토큰을 보내야 합니다.
web-problem-forbidden = 허용되지 않습니다
web-problem-forbidden-text = 역할 또는 토큰이 이 작업을 허용하지 않습니다. 변경된 것은 없습니다.
web-problem-too-many = 시도가 너무 많습니다
web-problem-too-many-text = 응답이 알려 주는 시간만큼 기다린 뒤 다시 시도하세요.
web-problem-not-found = 이 주소에는 아무것도 없습니다
web-problem-not-found-text = 주소를 잘못 입력했거나 이 카탈로그에 등록된 적이 없는 앱일 수 있습니다. 손실된 내용은 없습니다.
web-problem-bad-request = 주소가 존재하지 않는 것을 요청합니다
web-problem-bad-request-text = 주소에 있는 필터나 숫자의 형식이 올바르지 않습니다. 해당 부분을 지우고 다시 시도하십시오.
web-problem-method-not-allowed = 이 페이지는 읽기만 할 수 있습니다
web-problem-method-not-allowed-text = 변경된 내용은 없습니다.
web-problem-too-large = 한 번에 처리하기에는 너무 큽니다
web-problem-too-large-text = 보낸 내용이나 주소 자체가 이 서버에서 받을 수 있는 길이를 넘었습니다. 저장된 내용은 없습니다.
web-problem-too-slow = 시간이 너무 오래 걸렸습니다
web-problem-too-slow-text = 다른 사용자에게 빠르게 응답할 수 있도록 서버에서 이 요청을 중단했습니다. 손실된 내용은 없습니다. 다시 시도하십시오.
web-problem-failure = 서버 쪽에서 문제가 발생했습니다
web-problem-failure-text = 아래 번호로 기록되었습니다. 손실된 내용은 없습니다. 잠시 후 다시 시도하십시오.
web-problem-unavailable = 지금은 카탈로그를 읽을 수 없습니다
web-problem-unavailable-text = 데이터베이스가 응답하지 않습니다. 손실된 내용은 없습니다. 잠시 후 다시 시도하십시오.

## Answers in lists
web-answer-yes = 예
web-answer-no = 아니요
web-answer-na = 해당 없음
web-answer-unanswered = 답변 없음
web-stores-yes = 고객 데이터를 저장함
web-stores-no = 고객 데이터를 저장하지 않음
web-stores-na = 고객 데이터: 해당 없음
web-stores-unanswered = 고객 데이터: 답변 없음
web-permission-count = { $count ->
   *[other] 권한 { $shown }개
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
web-heading-telemetry-data = 원격 분석
web-heading-organizational-controls-for-data-stored-by-partner = 저장된 데이터의 통제
web-heading-human-review-of-organizational-information = 데이터를 보는 사람
web-heading-non-microsoft-services-used = 데이터를 받는 다른 서비스
web-heading-data-access-via-bots = 봇이 액세스하는 데이터
web-heading-data-access-using-other-microsoft-apis = 다른 Microsoft API

## Long lists
web-previous = 이전
web-pages = 이 목록의 페이지
web-letters = 첫 글자
web-apps-of = 앱 { $whole }개 중 { $part }개

## Permissions
web-permissions-title = Graph 권한
web-permissions-lead = 앱이 Microsoft Graph에서 읽고 변경하기 위해 요청하는 권한을 많이 요청되는 순서로 보여 줍니다.
web-permissions-empty = 권한을 요청하는 앱이 없습니다.
web-permission-title = { $permission }: 요청하는 앱
web-permission-lead = { $permission } 권한을 요청하는 앱과 더 좁은 권한입니다.
web-permission-apps = 요청하는 앱
web-permission-share = 전체 앱 중 비율
web-permission-in-catalog = 이 권한으로 카탈로그 필터링
web-permission-narrower = 더 좁은 권한
web-permission-narrower-text = 이 권한에 포함됩니다. 이 중 하나로 충분한지 물어보십시오.
web-permission-wider = 더 넓은 권한
web-permission-wider-text = 이 중 하나가 있으면 이 권한도 있는 것입니다.
web-permission-asked-by = 요청하는 앱

## Publishers
web-publishers-lead = 카탈로그의 앱을 제공하는 게시자입니다.
web-publishers-found = { $count ->
   *[other] 게시자 { $shown }개
  }
web-publisher-lead = { $publisher } 앱과 데이터, 보안, 개인 정보 보호에 관해 밝힌 내용입니다.

## What errors mean
web-problem-programs = 프로그램용
web-problem-status = HTTP 상태
web-problem-others = 기타 오류

## App registrations
web-app-ids-lead = 앱이 권한을 요청할 때 사용하는 ID이며, 테넌트의 엔터프라이즈 애플리케이션에 표시되는 것과 같습니다.
web-app-ids-search = 앱 등록 ID
web-app-ids-find = 앱 찾기
web-app-ids-found = { $count ->
   *[other] 앱 등록 { $shown }개
  }
web-app-id-missing = 이 카탈로그에는 ‘{ $id }’ ID를 통해 요청하는 앱이 없습니다. 카탈로그에 없는 앱이 사용할 수는 있습니다.
web-app-id-title = 앱 등록 { $id }
web-app-id-others = 다른 앱

## The history of an app
web-not-on-page = 페이지에 없음
web-language-unknown = 알 수 없는 언어
web-version = 버전 { $number }
web-history-title = { $app } 변경 기록
web-history-from = 비교 기준
web-history-to = 비교 대상
web-history-compare = 버전 비교
web-history-changes = 변경된 내용
web-history-nothing = 두 버전의 답변이 같습니다.
web-history-without-texts = 자유롭게 쓴 글은 두 언어로 되어 있어 비교하지 않았습니다.
web-history-first = 첫 버전
web-history-first-text = 이 언어에는 비교할 이전 버전이 없습니다.
web-history-versions = 모든 버전
web-history-version = 버전
web-history-added = 추가된 날
web-history-current = 현재
web-was = 변경 전
web-is = 변경 후
web-page-form = 페이지 양식
web-page-form_2021 = 2021년 양식
web-page-form_2022 = 2022년 양식
web-permission-added = 추가됨
web-permission-removed = 제거됨

## Apps side by side
web-compare-title = 앱 나란히 비교
web-compare-add-first = 첫 번째 앱 선택
web-compare-add-second = 두 번째 앱 추가
web-compare-add = 다른 앱 추가
web-compare-choose = 카탈로그에서 앱 선택
web-compare-unknown = 다음은 카탈로그에 있는 앱이 아니므로 제외했습니다:
web-compare-too-many = 앱 { $count }개를 요청했습니다. 처음 { $most }개만 표시합니다.
web-compare-only = 다른 행만 표시
web-compare-all = 모든 행 표시
web-compare-same = 차이가 없습니다.
web-differs = 다름
web-asked = 요청함
web-not-asked = 요청하지 않음

## A page in two languages
web-bilingual-title = 두 언어로 보기: { $app }
web-bilingual-source = 원문
web-bilingual-left = 왼쪽
web-bilingual-right = 오른쪽
web-bilingual-show = 나란히 보기
web-bilingual-none = 아직 번역이 없음
web-bilingual-none-text = 이 앱의 페이지는 한 가지 언어로만 있으며 원문을 보여 주지 않습니다.
web-bilingual-warnings = { $count ->
   *[other] 두 글의 숫자, 날짜, 주소 또는 표준이 서로 다른 곳이 { $shown }군데 있습니다.
  }
web-lost-address = 주소가 다름: { $left } | { $right }
web-lost-standard = 표준이 다름: { $left } | { $right }
web-lost-date = 날짜가 다름: { $left } | { $right }
web-lost-number = 숫자가 다름: { $left } | { $right }
web-provenance-human = 사람이 번역함
web-provenance-machine = 기계 번역
web-provenance-reviewed = 기계 번역, 사람이 읽음
web-translation-stale = 번역 이후 원문이 변경됨

## The list of apps as a table
web-column-id = ID
web-column-name = 이름
web-column-publisher = 게시자
web-column-tier = 보증 수준
web-column-stores-data = 고객 데이터 저장
web-column-hosting = 호스팅
web-column-frameworks = 게시자가 밝힌 표준
web-column-permissions = 권한
web-column-updated = 마지막 변경
web-column-link = 링크

## The feed of changes
web-feed-lead = 게시자가 최근에 답변을 변경한 앱입니다.
web-feed-changed = 게시자({ $publisher })가 답변을 변경한 날: { $day }.
web-feed-changed-by-nobody = 답변이 변경된 날: { $day }.
