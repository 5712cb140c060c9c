# Trust portals as everybody sees them. Days and numbers arrive in the form of the language.

## Lists
trust-title = 신뢰 포털
trust-lead = 제공자가 무엇에 대해 인증을 받았는지, 오늘 어떤 서비스가 포함되는지, 이를 보여 주는 문서가 무엇인지 볼 수 있습니다.
trust-found = { $count ->
   *[other] 제공자 { $shown }곳
  }
trust-none = 아직 아무도 포털을 게시하지 않았습니다
trust-none-text = 게시자는 이곳의 자기 페이지에서 게시합니다.
trust-center-lead = { $provider }의 인증서, 보고서와 범위 내 서비스.
trust-standard-lead = { $provider }의 { $standard }: 범위 내 서비스, 인증서, 보고서, 질문.
trust-published = 게시일
trust-standards = 표준
trust-standards-none = 아직 표시된 표준이 없습니다.
trust-apps = 이 제공자의 인증된 앱
trust-documents = 문서
trust-documents-lead = 일부 문서는 로그인, 계약 동의 또는 승인 후에 열 수 있습니다.
trust-document = 문서
trust-as-data = 이 포털의 데이터:
trust-attention = 주의할 점

## Where an offering stands
trust-holding = { $count ->
   *[other] 유효한 인증서 { $shown }개
  }
trust-holding-none = 유효한 인증서 없음
trust-expiring-count = 곧 끝나는 것 { $shown }개
trust-overdue = 감사 기한 지남
trust-edition-ended = 판 종료됨
trust-told-overdue = { $standard }: 다음 감사 기한은 { $due }까지였습니다. 마지막 감사는 { $last }에 있었습니다.
trust-told-edition = { $standard }: 이 판에 대한 인증서는 { $day }에 끝났습니다.
trust-told-expired = 인증서 { $certificate }은(는) { $day }에 끝났습니다.
trust-told-expiring = 인증서 { $certificate }은(는) { $day }에 끝납니다.
trust-told-undated = 인증서 { $certificate }에는 마지막 날이 없습니다. 근거로 삼지 마세요.
trust-told-leaving = { $service }은(는) { $day } 이후 범위에서 빠집니다.
trust-cycle-unknown = 알려진 감사가 없습니다.
trust-cycle-running = 마지막 감사는 { $last }에 있었습니다. 다음 감사 기한은 { $due }까지입니다.
trust-cycle-overdue = 마지막 감사는 { $last }에 있었습니다. 다음 감사 기한은 { $due }까지였으며 이미 지났습니다.

## Where a certificate stands
trust-state-future = 아직 효력 없음
trust-state-published = 유효함
trust-state-expiring = { $count ->
   *[other] { $shown }일 후 종료
  }
trust-state-expired = 만료됨
trust-state-superseded = 대체됨
trust-state-withdrawn = 철회됨
trust-state-undated = 종료일 없음

## Who may open a document
trust-access = 열람
trust-access-public = 공개
trust-access-signed-in = 로그인 후
trust-access-agreement = 계약 동의 후
trust-access-approval = 승인 후

## Languages
trust-view = 텍스트 언어
trust-view-both = 나란히
trust-not-in-language = 이 포털은 사용자의 언어로 작성되지 않았습니다. 텍스트는 { $language }로 표시됩니다.
trust-not-translated = 번역되지 않음
trust-differing = { $count ->
   *[other] 이 포털의 텍스트 { $shown }개에서 언어 간 내용이 다릅니다. 해당 위치에 표시되어 있습니다.
  }
trust-differs-standards = 표준이 다름: { $source } | { $translation }
trust-differs-editions = 판이 다름: { $source } | { $translation }
trust-differs-certificate-numbers = 인증서 번호가 다름: { $source } | { $translation }
trust-differs-numbers = 숫자가 다름: { $source } | { $translation }
trust-differs-services = 서비스가 다름: { $source } | { $translation }
trust-differs-links = 링크가 다름: { $source } | { $translation }

## Sections
trust-section-overview = 표준
trust-section-position = 제공자와 표준
trust-section-services = 범위 내 서비스
trust-section-certificates = 인증서
trust-section-reports = 보고서
trust-section-statements = 적용성 보고서
trust-section-questions = 자주 묻는 질문
trust-section-resources = 리소스
trust-section-white-papers = 백서
trust-section-background = 배경
trust-group-other = 기타 서비스
trust-watch = 이 표준 지켜보기
trust-timeline = 유효 기간과 감사
trust-today = 오늘

## Services
trust-service = 서비스
trust-services-none = 범위 내 서비스가 없습니다.
trust-service-group = { $name }의 일부
trust-service-aliases = 다른 이름 또는 이전 이름: { $name }
trust-cloud-public = 모두를 위한 클라우드
trust-cloud-government = 기관을 위한 클라우드
trust-cloud-defense = 군을 위한 클라우드
trust-cloud-sovereign = 한 국가를 위한 클라우드
trust-scope-in = 범위 내
trust-scope-out = 범위 밖
trust-scope-since = { $day }부터
trust-scope-from = { $day }부터 예정
trust-scope-until = { $day }까지
trust-scope-ended = { $day }에 제외됨

## Certificates and reports
trust-look-up = 인증 기관에서 조회
trust-open = 열기
trust-item-report = 보고서
trust-fact-number = 번호
trust-fact-body = 인증 기관
trust-fact-scope = 범위
trust-fact-services = 서비스
trust-fact-clouds = 클라우드
trust-fact-issued = 발급일
trust-fact-expires = 만료일
trust-fact-edition-ends = 판 종료일
trust-fact-surveillance = 사후 심사
trust-fact-kind = 종류
trust-fact-standards = 표준
trust-fact-period = 기간
trust-fact-bridges = 이어지는 보고서
trust-report-assessment = 감사 보고서
trust-report-soc = 통제 보고서
trust-report-bridge-letter = 가교 서신
trust-report-pentest-summary = 침투 테스트 요약
trust-report-soa = 적용성 보고서
trust-report-certificate = 인증서

## Statements of applicability
trust-statement-of = { $certificate }의 적용성 보고서
trust-statement-said = { $whole }개 항목 중 { $part }개 적용
trust-statement-full = 이유와 참조는 전체 보고서에 있습니다.
trust-statement-rows = 모든 항목
trust-row = 항목
trust-row-state = 상태
trust-row-duty = 수행
trust-row-reason = 이유
trust-row-not-applicable = 적용되지 않음
trust-row-done = 이행됨
trust-row-not-done = 아직 이행되지 않음
trust-row-applies = 적용됨
trust-duty-provider = 제공자
trust-duty-shared = 제공자와 고객
trust-duty-customer = 고객

## Reading
trust-priced = 유료
trust-resource-mapping = 매핑
trust-resource-standard = 표준
trust-resource-case-study = 사례 연구
trust-resource-terms = 약관
trust-resource-white-paper = 백서
trust-resource-background = 배경
trust-resource-reports = 추가 보고서
trust-resource-other = 기타
