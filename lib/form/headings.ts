import { textKey } from '../reference/text.ts';
import { memo } from './memo.ts';
import { type TextRole, words } from './words.ts';

/** What a heading is in the domain, told by its own words: section 0, direction 1, track 2, component 3; null unknown. */
export type Rank = 0 | 1 | 2 | 3 | null;

const NAMED: readonly [RegExp, Exclude<Rank, null>][] = [
  [/^(?:раздел|блок|секция)(?![\p{L}])/iu, 0],
  [/^направлени[ея](?![\p{L}])/iu, 1],
  [/^трек(?:и)?(?![\p{L}])/iu, 2],
  [/^(?:компонент|этап|элемент|шаг)(?:ы)?(?![\p{L}])/iu, 3],
];
const SECTION = /^(?:[12]\.?|[IVX]+\.?)?\s*механизмы управления качеством/i;
const DIRECTION_CODE = /^[12]\.\s?[1-9]\.?(?!\s?\.?\d)\s*(?=\p{L})/u;
const DIRECTION =
  /^(?:[\d.]+\s*)?система (?:оценки качества|работы со школами|выявления|работы по|мониторинга|обеспечения проф|организации воспит)/i;
const COMPONENT =
  /^(?:[\d.]+\)?\s*|[IVXа-я][.)]\s*)?(?:(?:муниципальные |региональные )?(?:цели|задачи|показатели|методы|меры|мероприятия|рекомендации|мониторинг|анализ|решения)(?:$|[ ,.:;(])|адресные рекомендации|управленческие решения|эффективность принятых|результаты (?:анализа|мониторинга)|сбор(?: |,))/i;
/** The only long name of a component (in 1.1); «Принятие решений по …» is a position. */
const MEASURES =
  /^(?:[\d.]+\)?\s*)?принятие (?:муниципальных |региональных |управленческих )?(?:мер|решений)(?:$| в рамках|,? (?:и )?управленческих)/i;

const PAGES_AT_END = /[,;(]\s*(?:с|сс|стр|страниц[аы])\.?\s*\d[\d\s,–—-]*\)?\.?$/i;

/** «Анализ результатов диагностики …» is a position: the component is of the monitoring or of the measures. */
const OF_SOMETHING =
  /^(?:[\d.]+\)?\s*)?анализ (?!.*(?:мониторинг|рекомендац|решени|(?<!\p{L})мер(?!\p{L})))(?:\p{L}\S* ){2,}\p{L}/iu;
/** «Мониторинг развивающей предметно-пространственной среды»: of a thing, not of the indicators. */
const MONITORING_OF = /^(?:[\d.]+\)?\s*)?мониторинг (?!.*(?:показател|эффективност))(?:\p{L}\S* ){2,}\p{L}/iu;

/** What a heading's own words say it is. Positions are longer and start otherwise («Наличие …»). */
export const rankOf = memo((text): Rank => {
  // «Система выявления …, с. 7» is a document with its pages, whatever it begins with.
  if (PAGES_AT_END.test(text)) return null;
  for (const [pattern, rank] of NAMED) if (pattern.test(text)) return rank;
  if (SECTION.test(text)) return 0;

  // «Система оценки качества образования: выпускная работа» is about it.
  if (DIRECTION.test(text) && !/\p{L}:\s*\p{L}/u.test(text)) return 1;
  if (MEASURES.test(text)) return 3;
  return COMPONENT.test(text) &&
    !OF_SOMETHING.test(text) &&
    !MONITORING_OF.test(text) &&
    words(text) <= 6 &&
    !/:$/.test(text)
    ? 3
    : null;
});

/**
 * A heading's rank, its code counted: «1.2. …» is a direction where the text is known to be a heading; a position's
 * number may look the same.
 */
export function headingRank(text: string): Rank {
  return rankOf(text) ?? (DIRECTION_CODE.test(text) && words(text) >= 2 ? 1 : null);
}

/** A text that only announces the next one: «Трек:», «Позиция оценивания», «Направление». */
export const announces = memo((text): TextRole | null => {
  const key = textKey(text);
  if (/^(?:раздел|блок)$/.test(key)) return 'section';
  if (/^направлени[ея](?: деятельности| оценки)?$/.test(key)) return 'direction';
  if (/^трек$/.test(key)) return 'track';
  if (/^компонент(?: управленческого цикла| цикла)?$|^этап(?: управленческого цикла| цикла)?$/.test(key))
    return 'component';
  if (
    /^(?:наименование |формулировка |текст |содержание )?(?:позици[яию](?: оценивания| оценки)?|показател[ья](?: оценки)?|критери[йя](?: оценки| оценивания)?)$|^позиции оценивания$/.test(
      key,
    )
  )
    return 'position';
  return null;
});

const COUNT =
  /\s*(?:[([]\s*(?:\d+\s*(?:\/|из)\s*)?\d+(?:\s*(?:позици\S*|показател\S*|шт\.?|балл\S*|б\.?|треков|трека?|документ\S*|компонент\S*|максимум|элемент\S*|запис\S*|строк\S*|items?|rows?|records?))?\s*[)\]]|[—–·|:,-]?\s*(?:заполнено:?\s*)?\d+\s*(?:\/|из)\s*\d+(?:\s*(?:позици\S*|показател\S*))?|[—–·|,-]?\s*(?:макс\S*\s*|всего\s*|до\s*)?\d+\s*(?:позици[яий]|показател[ьяей]+|балл(?:а|ов)?|б\.|запис[ьией]+|элемент(?:а|ов)?|строк[аи]?|items?|rows?|records?)(?:\s*макс\S*)?|\s\d{1,3}%)\s*$/iu;
/** What a grid says of its groups: «(Количество: 2)», «(Count: 3, Max: 6)», «(итого: 2 позиции, 4 балла)». */
const SUMMARY =
  /\s*[([]\s*\p{L}[\p{L} .]{0,30}[:=]\s*\d+(?:[.,]\d+)?(?: \p{L}+)?(?:\s*[,;]\s*(?:\p{L}[\p{L} .]{0,30}[:=]\s*)?\d+(?:[.,]\d+)?(?: \p{L}+)?)*\s*[)\]]\s*$/u;
/** What a wiki or a builder puts behind its headings: «[править]», «¶». */
const TOOLS =
  /\s*(?:\[\s*(?:править|изменить|редактировать|ред\.?|edit|скрыть|показать)[^\]]*\]|[¶§#])\s*$/iu;
const KIND_WORD =
  /^(?:раздел|блок|секция|направлени[ея](?: деятельности)?|треки?|компонент(?:ы)?(?: управленческого цикла| цикла)?|этап(?: управленческого цикла)?)(?![\p{L}])\s*(?:№\s*)?/iu;
/** Arrows and signs that show whether a panel is open. */
const SIGNS = /^[\s▸▾▼▲►◄▶◀▿▹◂+−•·●○☰✓✔›»>|—–-]+(?=[\p{L}\d«"])|[\s▸▾▼▲►◄▶◀▿▹◂☰✓✔›⌄⌃*]+$/gu;

/** A heading without «Направление», «Трек:», counts and signs; its number stays. */
export const cleanHeading = memo((text): string => {
  let out = text.replace(SIGNS, '').trim();
  for (let before = ''; before !== out; ) {
    before = out;
    out = out.replace(COUNT, '').replace(SUMMARY, '').replace(TOOLS, '').trim();
  }
  const bare = out
    .replace(KIND_WORD, '')
    .replace(/^[:.,—–-]+\s*/, '')
    .trim();
  if (bare !== '') out = bare;
  const quoted = /^(?:[\d.]+\s*)?«([^«»]+(?:«[^»]*»[^«»]*)*)»\.?$/.exec(out);
  if (quoted?.[1] && KIND_WORD.test(text.replace(SIGNS, ''))) out = quoted[1];
  return out.replace(/\s*[:;]$/, '');
});

const TITLE =
  /форма сбора|первичн\S+ данн|личный кабинет|фис\s?око|^мум(?![\p{L}])|^рум(?![\p{L}])|муниципальные механизмы|региональные механизмы|механизм\S* управления качеством образования(?! \S*результат)|заполнение|сбор данных|обмен данными|главная|кабинет|экспертиз|просмотр|оценка муниципальн|оценка механизм|проверка|анкет[аыу]|редактирова|сведения|отч[её]т|ввод данных|паспорт|20\d\d/iu;

/** Who fills the form in: «Приозёрный район», «Лесной муниципальный округ», «г. Полесск», «Управление образования …». */
const OWNER =
  /^(?:(?:\p{Lu}[\p{L}-]+ ){1,3}(?:муниципальн\S+ |городск\S+ |сельск\S+ )?(?:район|округ|поселение)(?: \p{Lu}\S* (?:области|края|республики))?|(?:г\. ?|город |городской округ |муниципальн\S+ (?:образование|район|округ) )[«"]?\p{Lu}[\p{L}" »-]*|(?:[Уу]правление|[Оо]тдел|[Кк]омитет|[Дд]епартамент) (?:по )?образовани[яю](?: .*)?)$/u;

/** Whether a text is only the name of who fills the form in: no heading of the form, and no position. */
export const isOwner = memo((text): boolean => OWNER.test(text));

/** Whether a heading reads like the page's title or a step on the way to it, not like a direction or a track. */
export const isTitle = memo((text) => rankOf(text) === null && (TITLE.test(text) || isOwner(text)));
