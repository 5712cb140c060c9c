# Trust portals as everybody sees them. Days and numbers arrive in the form of the language.

## Lists
trust-title = Порталы доверия
trust-lead = На что сертифицированы поставщики, какие службы это охватывает сегодня и какие документы это подтверждают.
trust-found = { $count ->
    [one] { $shown } поставщик
    [few] { $shown } поставщика
   *[many] { $shown } поставщиков
  }
trust-none = Пока никто не опубликовал портал
trust-none-text = Издатели делают это здесь на своих страницах.
trust-center-lead = Сертификаты, отчеты и службы в области действия: { $provider }.
trust-standard-lead = { $standard }, { $provider }: службы в области действия, сертификаты, отчеты, вопросы.
trust-published = Опубликовано
trust-standards = Стандарты
trust-standards-none = Стандарты пока не показаны.
trust-apps = Сертифицированные приложения этого поставщика
trust-documents = Документы
trust-documents-lead = Некоторые документы открываются после входа, принятия соглашения или одобрения.
trust-document = Документ
trust-as-data = Этот портал в виде данных:
trust-attention = На что обратить внимание

## Where an offering stands
trust-holding = { $count ->
    [one] { $shown } сертификат действует
    [few] { $shown } сертификата действуют
   *[many] { $shown } сертификатов действуют
  }
trust-holding-none = Действующих сертификатов нет
trust-expiring-count = Скоро истекает: { $shown }
trust-overdue = Аудит просрочен
trust-edition-ended = Издание прекращено
trust-told-overdue = { $standard }: срок следующего аудита был { $due }. Последний прошел { $last }.
trust-told-edition = { $standard }: сертификаты на это издание прекратили действие { $day }.
trust-told-expired = Сертификат { $certificate } прекратил действие { $day }.
trust-told-expiring = Сертификат { $certificate } действует по { $day }.
trust-told-undated = В сертификате { $certificate } не указан последний день. Не полагайтесь на него.
trust-told-leaving = { $service } выходит из области действия после { $day }.
trust-cycle-unknown = Об аудитах ничего не известно.
trust-cycle-running = Последний аудит прошел { $last }. Срок следующего: { $due }.
trust-cycle-overdue = Последний аудит прошел { $last }. Срок следующего был { $due } и уже прошел.

## Where a certificate stands
trust-state-future = Еще не действует
trust-state-published = Действует
trust-state-expiring = { $count ->
    [one] Истекает через { $shown } день
    [few] Истекает через { $shown } дня
   *[many] Истекает через { $shown } дней
  }
trust-state-expired = Истек
trust-state-superseded = Заменен
trust-state-withdrawn = Отозван
trust-state-undated = Без даты окончания

## Who may open a document
trust-access = Доступ
trust-access-public = Для всех
trust-access-signed-in = После входа
trust-access-agreement = После соглашения
trust-access-approval = После одобрения

## Languages
trust-view = Язык текстов
trust-view-both = Рядом
trust-not-in-language = Этот портал написан не на вашем языке. Язык показанных текстов: { $language }.
trust-not-translated = Не переведено
trust-differing = { $count ->
    [one] Языки { $shown } текста этого портала расходятся. Он отмечен.
    [few] Языки { $shown } текстов этого портала расходятся. Они отмечены.
   *[many] Языки { $shown } текстов этого портала расходятся. Они отмечены.
  }
trust-differs-standards = Стандарты различаются: { $source } | { $translation }
trust-differs-editions = Издания различаются: { $source } | { $translation }
trust-differs-certificate-numbers = Номера сертификатов различаются: { $source } | { $translation }
trust-differs-numbers = Числа различаются: { $source } | { $translation }
trust-differs-services = Службы различаются: { $source } | { $translation }
trust-differs-links = Ссылки различаются: { $source } | { $translation }

## Sections
trust-section-overview = О стандарте
trust-section-position = Поставщик и стандарт
trust-section-services = Службы в области действия
trust-section-certificates = Сертификаты
trust-section-reports = Отчеты
trust-section-statements = Заявления о применимости
trust-section-questions = Частые вопросы
trust-section-resources = Ресурсы
trust-section-white-papers = Технические документы
trust-section-background = Справка
trust-group-other = Другие службы
trust-watch = Следить за этим стандартом
trust-timeline = Срок действия и аудиты
trust-today = Сегодня

## Services
trust-service = Служба
trust-services-none = В области действия нет служб.
trust-service-group = Часть: { $name }
trust-service-aliases = Другие или прежние названия: { $name }
trust-cloud-public = для всех
trust-cloud-government = для органов власти
trust-cloud-defense = для военных
trust-cloud-sovereign = для одной страны
trust-scope-in = В области действия
trust-scope-out = Вне области действия
trust-scope-since = С { $day }
trust-scope-from = Начиная с { $day }
trust-scope-until = По { $day }
trust-scope-ended = Вышла { $day }

## Certificates and reports
trust-look-up = Проверить в органе по сертификации
trust-open = Открыть
trust-item-report = Отчет
trust-fact-number = Номер
trust-fact-body = Орган по сертификации
trust-fact-scope = Область действия
trust-fact-services = Службы
trust-fact-clouds = Облака
trust-fact-issued = Выдан
trust-fact-expires = Истекает
trust-fact-edition-ends = Окончание издания
trust-fact-surveillance = Надзорные аудиты
trust-fact-kind = Вид
trust-fact-standards = Стандарты
trust-fact-period = Период
trust-fact-bridges = Продолжает
trust-report-assessment = Отчет об аудите
trust-report-soc = Отчет о средствах контроля
trust-report-bridge-letter = Письмо-мост
trust-report-pentest-summary = Сводка теста на проникновение
trust-report-soa = Заявление о применимости
trust-report-certificate = Сертификат

## Statements of applicability
trust-statement-of = Заявление о применимости: { $certificate }
trust-statement-said = Применимо пунктов: { $part } из { $whole }
trust-statement-full = Причины и ссылки приведены в полном заявлении.
trust-statement-rows = Все пункты
trust-row = Пункт
trust-row-state = Состояние
trust-row-duty = Исполнитель
trust-row-reason = Причина
trust-row-not-applicable = Не применимо
trust-row-done = Выполнено
trust-row-not-done = Еще не выполнено
trust-row-applies = Применимо
trust-duty-provider = Поставщик
trust-duty-shared = Поставщик и клиент
trust-duty-customer = Клиент

## Reading
trust-priced = Платно
trust-resource-mapping = Соответствия
trust-resource-standard = Стандарт
trust-resource-case-study = Пример из практики
trust-resource-terms = Условия
trust-resource-white-paper = Технический документ
trust-resource-background = Справка
trust-resource-reports = Другие отчеты
trust-resource-other = Другое
