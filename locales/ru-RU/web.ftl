# The pages of the site. See ../en-US/web.ftl.

## Every page
web-skip = Перейти к содержанию
web-nav-label = Главное меню
web-nav-catalog = Каталог
web-nav-permissions = Разрешения
web-nav-publishers = Издатели
web-nav-app-ids = Регистрации приложений
web-nav-trust = Доверие
web-search-label = Поиск приложений
web-language-label = Язык
web-language-offer = Читать эту страницу на русском языке
web-theme = Темная тема
web-crumb-label = Вы здесь
web-home = Главная
web-feed-title = Изменения в каталоге
web-foot-declared = Ответы заявлены издателями. Аналитик проверил только то, что отмечено знаком сертификации.
web-foot-feed = Лента изменений
web-foot-api = Описание API
web-on-this-page = На этой странице
web-print = Печать
web-first = С начала
web-next = Далее

## The front page
web-home-title = Узнайте, что делает приложение, прежде чем открыть ему доступ
web-home-lead = Издатели отвечают, что хранят их приложения и кто может это видеть. Аналитики проверяют подтверждения. Здесь можно прочитать и то и другое на вашем языке.
web-home-search = Название, издатель, разрешение…
web-home-find = Найти приложения
web-home-apps = Приложения
web-home-certified = Сертифицировано
web-home-permissions = Запрашиваемые разрешения
web-home-publishers = Издатели
web-home-newest = Самые новые ответы
web-home-all = Все приложения, сначала новые
web-home-empty = Каталог пуст. Команда `attestor catalog import DIR` заполняет его, команда `attestor demo` показывает пример.
web-door-check = Изучить приложение
web-door-check-text = Какие данные оно хранит, каким стандартам следует, какие разрешения запрашивает и какие вопросы остались без ответа.
web-door-trust = Опираться на сертификаты
web-door-trust-text = На что сертифицированы поставщики, какие службы это охватывает сегодня и какие документы за этим стоят.
web-door-compare = Сравнивать и следить
web-door-compare-text = До четырех приложений рядом, все версии каждого ответа и лента изменений.
web-door-build = Использовать в разработке
web-door-build-text = Каждая страница доступна как данные: списки в CSV, XLSX и JSON, REST API с описанием.

## The catalog
web-catalog-title = Каталог приложений
web-catalog-description = Приложения для бизнеса: что их издатели заявляют о данных, безопасности и конфиденциальности и что было проверено.
web-facets = Фильтры
web-facets-apply = Показать приложения
web-facet-tier = Уровень гарантий
web-facet-host-product = Работает в
web-facet-stores-data = Хранит данные клиентов
web-facet-hosting = Размещение
web-facet-framework = Стандарт или закон
web-facet-permission = Разрешение
web-facet-freshness = Последнее изменение
web-facet-publisher = Издатель
web-facet-more = Еще { $count }
web-tier-attested = Засвидетельствовано издателем
web-tier-certified = Сертифицировано
web-fresh-within_3_months = Не более 3 месяцев назад
web-fresh-within_12_months = Не более 12 месяцев назад
web-fresh-older = Раньше
web-fresh-unknown = Неизвестно
web-product-excel = Excel
web-product-onenote = OneNote
web-product-outlook = Outlook
web-product-powerpoint = PowerPoint
web-product-project = Project
web-product-sharepoint = SharePoint
web-product-teams = Teams
web-product-word = Word
web-chosen = Выбранные фильтры
web-remove = убрать
web-remove-all = Убрать все фильтры
web-remove-one = Убрать «{ $filter }»
web-found = { $count ->
    [one] { $shown } приложение
    [few] { $shown } приложения
    [many] { $shown } приложений
   *[other] { $shown } приложения
  }
web-range = { $first }–{ $last } из { $total }
web-no-match = Подходящих приложений нет.
web-no-match-hint = Чем меньше слов и фильтров, тем больше найдется.
web-sort = Порядок
web-sort-relevance = По соответствию
web-sort-name = По названию
web-sort-newest = Сначала новые
web-compare-pick = Сравнить
web-compare-go = Сравнить выбранные приложения

## An app
web-app-title = { $app } (издатель: { $publisher })
web-app-description = Что издатель приложения { $app } заявляет о данных, безопасности, соответствии требованиям и конфиденциальности.
web-app-updated = Последнее изменение издателем:
web-stale = Не подтверждалось больше года
web-seal-title = Сертифицировано
web-seal-text = Аналитик проверил подтверждения по перечисленным ниже областям.
web-seal-plain = Аналитик проверил подтверждения.
web-seal-failed = Один из разделов не пройден; см. результаты ниже.
web-summary = Кратко
web-summary-stores = Хранит данные клиентов
web-summary-answered = Вопросы с ответом
web-summary-of = из { $count }
web-summary-frameworks = Заявленные стандарты
web-summary-permissions = Разрешения Graph
web-summary-broad = { $count ->
    [0] широких среди них нет
   *[other] из них широких: { $shown }
  }
web-state-good = Благоприятно
web-state-look = Стоит взглянуть
web-state-neutral = Нейтрально
web-state-na = Неприменимо
web-state-blank = Нет ответа
web-bar = Благоприятно: { $good }, стоит взглянуть: { $look }, нейтрально: { $neutral }, неприменимо: { $na }, нет ответа: { $blank }
web-declared = Заявлено издателем · { $answered } из { $asked }
web-checked = Проверено
web-checked-by-analyst = Проверено аналитиком
web-question = Вопрос
web-answer = Ответ
web-answer-blank = Нет ответа
web-answer-unreadable = Не удалось прочитать
web-old-report = Старше 12 месяцев
web-section-general = Общие сведения
web-section-data = Обращение с данными
web-section-security = Безопасность
web-section-compliance = Соответствие требованиям
web-section-privacy = Конфиденциальность
web-section-identity = Удостоверения
web-section-other = Другое на этой странице
web-blank-rows = { $count ->
    [one] Издатель не ответил на { $shown } вопрос
    [few] Издатель не ответил на { $shown } вопроса
    [many] Издатель не ответил на { $shown } вопросов
   *[other] Издатель не ответил на { $shown } вопроса
  }
web-history = История
web-bilingual = Показать рядом
web-permissions = Разрешения Graph
web-permissions-filter = Фильтр разрешений
web-permission = Разрешение
web-permission-type = Вид
web-permission-delegated = Делегированное
web-permission-application = Приложение
web-permission-both = Оба
web-justification = Обоснование
web-no-reason = Обоснование не указано
web-broad = Широкое
web-registration = Регистрация приложения
web-certification = Сертификация
web-control = Элемент управления
web-outcome = Результат
web-outcome-pass = Пройдено
web-outcome-fail = Не пройдено
web-outcome-in_scope = В области проверки
web-outcome-na = Неприменимо
web-app-closing = Ответы заявлены издателем. Аналитик проверил только то, что отмечено знаком сертификации.

## Notes on an app
web-note-machine = Эта страница переведена автоматически. Силу имеют ответы самого издателя.
web-note-machine-on = Эта страница переведена автоматически (дата: { $day }). Силу имеют ответы самого издателя.
web-note-other-language = Язык текста самого издателя: { $language }. Вопросы и варианты ответов показаны на вашем языке.
web-note-not-newest = Есть более новая версия ({ $language }).
web-note-old-version = Это версия { $number } из { $count }, а не текущая.
web-note-current = Читать текущую версию
web-note-original = Читать оригинал
web-note-findings = Что не сходится на этой странице
web-finding-permissions_without_sign_in = { $permissions ->
    [one] На странице указано { $permissions } разрешение Graph и сказано, что вход в приложение не идет через платформу удостоверений.
    [few] На странице указаны { $permissions } разрешения Graph и сказано, что вход в приложение не идет через платформу удостоверений.
    [many] На странице указано { $permissions } разрешений Graph и сказано, что вход в приложение не идет через платформу удостоверений.
   *[other] На странице указано { $permissions } разрешения Graph и сказано, что вход в приложение не идет через платформу удостоверений.
  }
web-finding-certified_with_failed_domain = Приложение показано как сертифицированное, но одна из областей не пройдена: { $domain }.
web-finding-ids_disagree = На странице указан также идентификатор { $other }; приложение хранится под идентификатором { $kept }.
web-finding-blanks = { $count ->
    [one] { $shown } вопрос остался без ответа.
    [few] { $shown } вопроса остались без ответа.
    [many] { $shown } вопросов остались без ответа.
   *[other] { $shown } вопроса остались без ответа.
  }
web-finding-stale_date = Последний раз издатель изменил ответ { $day }, больше года назад.
web-finding-future_date = Дата последнего изменения издателем ({ $day }) еще не наступила.

## Problems
web-request-id = Номер этого запроса:
web-problem-unauthorized = Сначала войдите
web-problem-unauthorized-text = Открыть это может только тот, кто вошёл. Программы отправляют действующий токен доступа.
web-problem-forbidden = Это не для вас
web-problem-forbidden-text = Ваша роль или ваш токен этого не разрешает. Ничего не изменено.
web-problem-too-many = Слишком много попыток
web-problem-too-many-text = Подождите столько, сколько указано в ответе, и попробуйте снова.
web-problem-not-found = По этому адресу ничего нет
web-problem-not-found-text = Возможно, в адресе опечатка или этого приложения никогда не было в каталоге. Ничего не потеряно.
web-problem-bad-request = Адрес запрашивает то, чего не существует
web-problem-bad-request-text = Фильтр или число в адресе имеет неверную форму. Уберите его и попробуйте еще раз.
web-problem-method-not-allowed = Эту страницу можно только читать
web-problem-method-not-allowed-text = Ничего не изменено.
web-problem-too-large = Это слишком много за один раз
web-problem-too-large-text = Отправленные данные или сам адрес длиннее, чем принимает этот сервер. Ничего не сохранено.
web-problem-too-slow = Это заняло слишком много времени
web-problem-too-slow-text = Сервер прекратил обработку этого запроса, чтобы быстро отвечать остальным. Ничего не потеряно; попробуйте еще раз.
web-problem-failure = На нашей стороне произошел сбой
web-problem-failure-text = Он записан под номером, указанным ниже. Ничего не потеряно; попробуйте еще раз чуть позже.
web-problem-unavailable = Сейчас каталог недоступен для чтения
web-problem-unavailable-text = База данных не отвечает. Ничего не потеряно; попробуйте еще раз чуть позже.

## Answers in lists
web-answer-yes = Да
web-answer-no = Нет
web-answer-na = Неприменимо
web-answer-unanswered = Нет ответа
web-stores-yes = Хранит данные клиентов
web-stores-no = Не хранит данные клиентов
web-stores-na = Данные клиентов: неприменимо
web-stores-unanswered = Данные клиентов: нет ответа
web-permission-count = { $count ->
    [one] { $shown } разрешение
    [few] { $shown } разрешения
    [many] { $shown } разрешений
   *[other] { $shown } разрешения
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
web-heading-telemetry-data = Телеметрия
web-heading-organizational-controls-for-data-stored-by-partner = Контроль над хранимыми данными
web-heading-human-review-of-organizational-information = Люди, которые просматривают данные
web-heading-non-microsoft-services-used = Другие службы, получающие данные
web-heading-data-access-via-bots = Данные, доступные ботам
web-heading-data-access-using-other-microsoft-apis = Другие API Майкрософт

## Long lists
web-previous = Назад
web-pages = Страницы этого списка
web-letters = Первые буквы
web-apps-of = Приложений: { $part } из { $whole }

## Permissions
web-permissions-title = Разрешения Graph
web-permissions-lead = Что приложения просят читать и изменять в Microsoft Graph: сначала самые частые разрешения.
web-permissions-empty = Ни одно приложение не запрашивает разрешений.
web-permission-title = { $permission }: какие приложения запрашивают
web-permission-lead = Какие приложения запрашивают { $permission } и какие есть более узкие разрешения.
web-permission-apps = Запрашивают приложения
web-permission-share = Доля всех приложений
web-permission-in-catalog = Показать в каталоге
web-permission-narrower = Более узкие разрешения
web-permission-narrower-text = Это разрешение включает их. Спросите, не достаточно ли одного из них.
web-permission-wider = Более широкие разрешения
web-permission-wider-text = Каждое из них включает и это разрешение.
web-permission-asked-by = Приложения, которые его запрашивают

## Publishers
web-publishers-lead = Кто предлагает приложения каталога.
web-publishers-found = { $count ->
    [one] { $shown } издатель
    [few] { $shown } издателя
    [many] { $shown } издателей
   *[other] { $shown } издателя
  }
web-publisher-lead = Приложения издателя { $publisher } и что он заявляет о данных, безопасности и конфиденциальности.

## What errors mean
web-problem-programs = Для программ
web-problem-status = Код состояния HTTP
web-problem-others = Другие ошибки

## App registrations
web-app-ids-lead = Идентификаторы, под которыми приложения запрашивают разрешения; ваш арендатор показывает их в разделе корпоративных приложений.
web-app-ids-search = Идентификатор регистрации приложения
web-app-ids-find = Найти приложение
web-app-ids-found = { $count ->
    [one] { $shown } регистрация приложения
    [few] { $shown } регистрации приложений
    [many] { $shown } регистраций приложений
   *[other] { $shown } регистрации приложений
  }
web-app-id-missing = Ни одно приложение этого каталога не запрашивает разрешения через «{ $id }». Этот идентификатор могут использовать приложения вне каталога.
web-app-id-title = Регистрация приложения { $id }
web-app-id-others = Другие приложения

## The history of an app
web-not-on-page = Нет на странице
web-language-unknown = Язык неизвестен
web-version = Версия { $number }
web-history-title = История приложения { $app }
web-history-from = Начальная
web-history-to = Конечная
web-history-compare = Сравнить версии
web-history-changes = Что изменилось
web-history-nothing = Ответы в обеих версиях одинаковы.
web-history-without-texts = Свободные тексты написаны на двух языках и не сравнивались.
web-history-first = Первая версия
web-history-first-text = Более ранней версии на этом языке для сравнения нет.
web-history-versions = Все версии
web-history-version = Версия
web-history-added = Поступила
web-history-current = Текущая
web-was = Было
web-is = Стало
web-page-form = Форма страницы
web-page-form_2021 = Форма 2021 года
web-page-form_2022 = Форма 2022 года
web-permission-added = Добавлено
web-permission-removed = Удалено

## Apps side by side
web-compare-title = Сравнение приложений
web-compare-add-first = Выбрать первое приложение
web-compare-add-second = Добавить второе приложение
web-compare-add = Добавить еще приложение
web-compare-choose = Выбрать приложения в каталоге
web-compare-unknown = Таких приложений нет в каталоге, они пропущены:
web-compare-too-many = Запрошено приложений: { $count }; показаны первые { $most }.
web-compare-only = Показать только различия
web-compare-all = Показать все строки
web-compare-same = Различий нет.
web-differs = Отличается
web-asked = Запрашивается
web-not-asked = Не запрашивается

## A page in two languages
web-bilingual-title = { $app } на двух языках
web-bilingual-source = Исходный текст
web-bilingual-left = Слева
web-bilingual-right = Справа
web-bilingual-show = Показать рядом
web-bilingual-none = Перевода пока нет
web-bilingual-none-text = Страница этого приложения есть только на одном языке, и исходный текст на ней не показан.
web-bilingual-warnings = { $count ->
    [one] В { $shown } месте числа, даты, адреса или стандарты в двух текстах не совпадают.
    [few] В { $shown } местах числа, даты, адреса или стандарты в двух текстах не совпадают.
    [many] В { $shown } местах числа, даты, адреса или стандарты в двух текстах не совпадают.
   *[other] В { $shown } местах числа, даты, адреса или стандарты в двух текстах не совпадают.
  }
web-lost-address = Адреса различаются: { $left } | { $right }
web-lost-standard = Стандарты различаются: { $left } | { $right }
web-lost-date = Даты различаются: { $left } | { $right }
web-lost-number = Числа различаются: { $left } | { $right }
web-provenance-human = Переведено человеком
web-provenance-machine = Переведено автоматически
web-provenance-reviewed = Переведено автоматически, прочитано человеком
web-translation-stale = Исходный текст с тех пор изменился

## The list of apps as a table
web-column-id = Идентификатор
web-column-name = Название
web-column-publisher = Издатель
web-column-tier = Уровень гарантий
web-column-stores-data = Хранит данные клиентов
web-column-hosting = Размещение
web-column-frameworks = Заявленные стандарты
web-column-permissions = Разрешения
web-column-updated = Последнее изменение
web-column-link = Ссылка

## The feed of changes
web-feed-lead = Приложения, издатели которых изменили ответы недавно.
web-feed-changed = { $day } издатель { $publisher } изменил ответы.
web-feed-changed-by-nobody = { $day } ответы были изменены.
