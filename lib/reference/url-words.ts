import { wordTest } from './fold.ts';

/** Words of addresses, by what they say about the page. Written in Russian; every transliteration folds to the same. */

/** A feed: «novosti», «news», «lenta», «press-centr». */
export const isNewsWord = wordTest(
  'news новост* лента blog blogs блог* пресса press пресс-центр presscentr pressroom pressreliz* pressrelease* newsfeed newsline newslist newsitem allnews репортаж* анонсы obyavleni* объявлени* хроника сми smi',
);

/** An event: its announcement or report. */
export const isEventWord = wordTest(
  'событи* мероприят* events event анонс* афиш* afisha конкурс* competition* contest* фестивал* олимпиад* концерт* семинар* праздник* выставк* конференци* акци* слет* соревнован* турнир* спартакиад* викторин* форум* совещан* экскурси* утренник* маслениц* субботник* месячник* вебинар* мастер-класс* festival* линейк* спектакл* турслет*',
);

/** Sections that hold events, named so in the plural. */
export const isEventSection = wordTest(
  'событи* мероприят* events event анонс* афиш* afisha competitions contests calendar_events',
);

/** First word of an act: a slug that begins so is its title, even in a feed. */
export const isActWord = wordTest(
  'приказ приказы приказом постановлен* распоряжен* положени* порядок порядка порядке регламент* устав* отчет* справк* инструкци* письм* решение решения решением закон протокол* договор* соглашен* паспорт локальн* доклад* самообследован* выписк* лицензи* свидетельств* предписан* polozenie npa указ акт акты утвержден* концепц*',
);

/** First word of other papers. In a feed it proves nothing («metodicheskij-den»). */
export const isPaperWord = wordTest(
  'программ* план планы аналитическ* перечень рекомендаци* методическ* федеральн* проект показател* критери* публичн* образовательн* адаптированн* рабоч* учебн* календарн* дорожн* циклограмм* график* список реестр* модел* стратеги* сводн* итогов* муниципальн* региональн* document doc антикоррупц* памятк* форма бланк* заявлени* статистическ* мониторинг* правила информационн*',
);

/** Folders and handlers whose items are documents. */
export const isDocumentFolder = wordTest(
  'document documents документ* doc docs docum law laws акты акт acts npa нпа zakonodatel* законодатель* нормотворч* приказы приказ постановлен* распоряжен* положени* локальн* норматив* normativ* files file файл* upload uploads download downloads attachments attachment загрузк* load dokum* legal pravo база basa prime official официальн*',
);

/** Sections of media: their numbered items are reports. */
export const isMediaSection = wordTest(
  'society общество politics политика economy economics экономика incidents происшестви* sport sports спорт culture культура',
);

/** «…лся», «…лась», «…лись», «…ется»: past and present of reflexive verbs, whatever the verb. */
const REFLEXIVE = /^(?!.*(?:klas|golos|polos|kolos)$).{3,}(?:lsia|[aeiou]l(?:as|os|is)|ecia)$/;

/** Finite verbs of headlines in the third person, past and future: a document's title has none. */
const isKnownVerb = wordTest(
  `состоялся состоялась состоялось состоялись состоится состоятся прошел прошла прошло прошли proshyol пройдет пройдут стартовал* стартует завершил* завершает*
   завершен завершена завершены провел провели провела проведет проведут проведено проведена проведены проводит* подвел подвели подведены подводят открыл* открывает* посетил* победил победила победили
   назвал* названы названа определил* определены наградил* награждены получил* получат получит выступил* рассказал* рассказыва* отметил* отмечает отмечают поздравил* поздравляет поздравляют
   обсудил* обсуждают встретил* начался началась началось начались начинается начинаются занял* отпраздновал* побывал* принял* примет примут принимают смогут сможет могут поедет поедут приглашает приглашают
   поучаствуют участвует участвуют объявил* объявлен объявлены объявлена объявляет вручил* подарил* показал показала показали сыграл* стал стала стали станет станут появил* появится появятся расскажут расскажет ждет ждут
   продолжает* готовит* готовят* зажгл* собрал* познакомил* исполнил* почтил* вспомнил* запустил* напоминает напоминают напомнил* сообщил* выбрал* выявил* отправил* отправятся съездил* вернул* возвращает*
   бросают заявил* раскрыл* создадут создал* построят отремонтируют озвучил* отличил* опубликован опубликованы хочет хотят будет будут стартуют вышел вышла вышли вошел вошла вошли узнал узнали проверил* отдохнут сдадут сдали напишут написали прибыл* приехал* вручат наградят пройдено отремонтировал* подготовил* присоединил* выиграл* заняли`,
);

/** A word that only a headline has. */
export function isHeadlineVerb(word: string): boolean {
  return isKnownVerb(word) || REFLEXIVE.test(word);
}

/** «Приглашаем», «поздравляем»: an announcement by those who hold the event. */
export const isInvitation = wordTest(
  'приглашаем приглашаю ждем поздравляем приглашение примите priglashenie участвуйте',
);

/** Single happenings: a page named so tells of one. */
export const isHappening = wordTest(
  'концерт* праздник* утренник* маслениц* субботник* слет* экскурси* фестивал* спектакл* турслет* линейк* акци* масленнич*',
);

/** The assessment's own sections («Механизмы управления качеством», «Мероприятия» in them are measures, not events). */
export const isAssessmentWord = wordTest(
  'механизм* муниципальных mum rum мум рум качеств* мониторинг* оценк* соко моко роко шнор мер меры',
);

/** Last path words of sections: lists from which documents are reached. */
export const isSectionWord = wordTest(
  'сведени* sveden svedeniya документы documents dokumenty docs педагогам родителям ученикам учащимся обучающимся студентам студенту абитуриент* abitur контакты contacts контактн* kontakty about о-нас история structure структура employees сотрудники коллектив руководство objects food питание деятельность образование education разделы section sections категории рубрики архив галерея gallery фотогалерея photo фото расписание расписани* schedule главное glavnoe официально ofitsialno приемная прием priem приемн* priyomnaya prijom* prijomn* materials материалы страницы budget budget vacancies vakansii common managers grants paid_edu vacant inter catering ovz objects document standarts eduStandarts opendata demo demoversii учредител*',
);
