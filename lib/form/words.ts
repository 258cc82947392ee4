/**
 * Words by which the parts of the form are known: what a label says a field is for, and which texts are never
 * a position. Every list is Russian office language, not the words of one layout.
 */

import { textKey } from '../reference/text.ts';
import { memo } from './memo.ts';

/** Key for comparing texts of the page. */
export const keyOf = memo(textKey);

/** What a label says about its field; `other` is a field that is certainly not ours (search, login, upload …). */
export type LabelRole = 'url' | 'comment' | 'score' | 'note' | 'other';

/** What a text announces about the text after it («Трек:», «Позиция»). */
export type TextRole = 'section' | 'direction' | 'track' | 'component' | 'position';

const URL_WORD =
  /ссыл[ко]|url|https?:|веб-?адрес|где (?:размещ|опубликов|находит)|мест\S+ (?:размещ|публикац)|размещени|адрес(?![нао]|у)|адреса? (?:документ|материал|страниц|в сети|в интернет)|\blink|\bhref\b/;
const COMMENT_WORD =
  /комм?ентар|комм?\.|пояснени|уточнени|примечани|обоснован|страниц|\bcomment|\bremark|\bexplanation|\bjustification|\bстр\.|что (?:показать|смотреть|проверить|подтвержда)|на что (?:смотреть|обратить)|описани/;
const NOTE_WORD =
  /(?:комментари|примечани|пояснени|мнени|заключени|обосновани)\S* (?!для )(?:\S+ )?(?:эксперт(?:а|ов|ный|ного)?(?![\p{L}])|проверяющ|для себя)|^(?:мо[йияе]|личн\S+|черново\S+) (?:комментари|примечани)|эксперт(?:а|ов|н\S+)? (?:комментари|заключени|мнени)|обосновани\S* (?:балл|оценк|выставл)|замечани|заметк|\bnotes?\b/u;
const SCORE_WORD = /балл|оценк[аиу](?! качеств)|\bscore|\bpoints?\b|\bgrade/;
const OTHER_WORD =
  /поиск|найти|искать|фильтр|search|filter|логин|парол|login|password|e-?mail|почт|телефон|фамили|^имя|\bфио\b|отчество|тема (?:сообщ|обращ|пись)|сообщени|отзыв|вопрос|ответ|обращени|капч|код с картинки|номер страницы|перейти|страница \d|дата|\bинн\b|на странице/;

/** What a field's own label, column header or placeholder says; the earliest of «ссылка» and «комментарий» decides. */
export const labelRole = memo((label): LabelRole | null => {
  const text = label.toLowerCase();
  if (text === '') return null;
  const url = text.search(URL_WORD);
  const comment = text.search(COMMENT_WORD);
  const score = text.search(SCORE_WORD);
  if (NOTE_WORD.test(text)) return 'note';
  const other = text.search(OTHER_WORD);
  const first = [url, comment, score].filter((at) => at >= 0).sort((a, b) => a - b)[0];
  if (other >= 0 && (first === undefined || other < first)) return 'other';
  if (first === undefined) return null;
  return first === url ? 'url' : first === comment ? 'comment' : 'score';
});

const LEAD =
  '^[^\\p{L}]*(?:(?:укажите|введите|вставьте|добавьте|впишите|общ\\S+|прямая|активная|электронная|интернет|веб|web|поле|номера?|\\d+-?я|перв\\S+|втор\\S+|трет\\S+|четв\\S+|пят\\S+)[^\\p{L}]+)*';
const LABEL_START = new RegExp(
  `${LEAD}(?:(?:гипер)?ссыл[ко]|url|адрес(?!н)|(?:(?:document|evidence|web|page|supporting)[^\\p{L}]+)*(?:link|url|address)|comments?(?!\\p{L})|remarks?(?!\\p{L})|explanation|justification|где (?:размещ|опубликов|находит)|мест\\S+ (?:размещ|публикац)|комм?ентари|комм?\\.|пояснени|уточнени|примечани|обоснован|что (?:показать|смотреть|проверить)|страниц|стр\\.|номера страниц|(?:ваш\\S*|мой|моя|выставленн\\S+)[^\\p{L}]+(?:балл|оценк)|балл\\S*(?:[^\\p{L}]*$|[^\\p{L}]+(?:эксперт|\\d|от))|оценка[^\\p{L}]*(?:$|эксперт(?!из)|от)|документ\\S*(?: №? ?\\d+)?[^\\p{L}]*(?:$|ссыл|url|комм|адрес(?!н)))`,
  'iu',
);
const ROW_WORD =
  /^[^\p{L}]*(?:документ|материал|строка|файл|подтверждение|вложение|ряд|запись|пункт|№|номер|n)?[^\p{L}]*(?:п\/?п\.?|из)?[^\p{L}]*$/iu;
const COLUMN_WORD =
  /^(?:№.*|действи[яе]|операци[ия]|статус|состояние|балл\S*|оценка|оценка эксперта|балл эксперта|мой балл|макс\S*\.?(?: балл\S*)?|максимальный балл|кол-?во баллов|количество баллов|баллы эксперта|подтверждающие документы|документы|материалы|ссылки и комментарии|документы и комментарии|доказательства|файлы|код|номер|дата|автор|проверка|удалить|сведения|наименование документа|страницы для экспертизы|обязательное поле|обязательно|подробнее|справка|подсказка|помощь|свернуть|развернуть|да|нет|или|и)[:*.]*$/i;

/** «Комментарии педагогов к итогам …», «Страницы истории …»: a sentence that only begins like a label. */
const SENTENCE =
  /^[^\p{L}]*(?:комм?ентари|пояснени|примечани|обоснован|страниц)\p{L}* (?!(?:ко?|на|для|по|об?|в|с|из|при|и|или)(?!\p{L})|документ|материал|страниц|ссылк|эксперт|муниципалит|организаци|заявител|пользовател)\p{Ll}/iu;

/** Whether a text in the page is only a label («Ссылка 2», «Комментарий к документу», «№ п/п», «3.»). */
export const isLabelText = memo((text): boolean => {
  if (text.length > 110 || /^[\s—–-]*(?:с|сс|стр|страниц[аы])\.?\s*\d/i.test(text)) return false;
  if (ROW_WORD.test(text) || COLUMN_WORD.test(text)) return true;
  if (SENTENCE.test(text) && words(text) > 3) return false;
  // A sentence tells how to fill; a label has no full stop.
  if (/[.!]$/.test(text) && words(text) > 4) return false;
  return LABEL_START.test(text) && words(text) <= 12;
});

/** Points shown beside a text: «2 балла», «(макс. 3 б.)», «0–2 балла», «баллы: 2». null when it is something else. */
export const pointsOf = memo((text): number | null => {
  const match =
    /^[([{\s·•|—–-]*(?:(?:до|от|макс(?:имум|имально|имальный балл|\.)?|max|всего|стоимость|вес|цена)[:.\s]*)?(?:\d+\s*[-–—]\s*)?(\d+(?:[.,]\d+)?)\s*(?:балл(?:а|ов|ы)?\.?|б\.?|points?|pts?\.?)(?:\s*(?:макс\S*|max))?[)\]}\s.]*$/i.exec(
      text,
    ) ??
    /^[([\s]*(?:макс\S*\s*)?(?:балл(?:ы|ов)?|points)\s*(?:макс\S*)?\s*[:—–-]\s*(\d+(?:[.,]\d+)?)[)\]\s.]*$/i.exec(
      text,
    );
  return match?.[1] ? Number(match[1].replace(',', '.')) : null;
});

const HINT =
  /^(?:укажите|указывается|указывайте|введите|заполн(?:ите|ено|яется|ены)|не более|до (?:\d+|одного|двух|тр[её]х|четыр[её]х|пяти|десяти) (?:ссыл|документ|файл|материал)|обратите|внимание|подсказк|например|пример(?:ы?:|$| заполн| ссыл)|вставьте|добав(?:ьте|ить|лено)|обязательн|максимум|максимальн\S+ (?:балл|числ|кол|разм)|макс\.|поле |поля |можно |допускается|допускаются|важно(?![а-яё])|формат(?![а-яё])|осталось|загру(?:з(?:ите|ить)|жен)|сохран(?:ить|ите|ен)|черновик|последн\S+ (?:измен|сохран|обновл)|изменен[оаы]?(?:$|[ :]+(?:\d|пользоват))|обновл[её]н[оаы]?(?:$|[ :]+\d)|всего |автосохран|для сохранения|нажмите|выберите|проверьте|проверен[оаы]?(?:$|[ :]+(?:эксперт|\d))|по одной позиции|ссылка должна|документ (?:должен|размещ)|если (?:документ|ссылк|нет|вы|несколько)|критери[йи][^:]{0,40}:|критерий |подробнее|справка:|методика(?:$|:| оцен)|что оценивается|как оценивается|баллы? (?:начисл|выставл)|не заполнен|нет (?:данных|документ|ссыл|материал|файлов|вложен)|ссылки не|документы не|открыть|удалить|очистить|свернуть|развернуть|ожидает|на проверке|в работе$|символов|срок[иа]?(?:$|:| (?:заполн|сдач|подач|предостав|до ))|дата(?![а-яё])|(?:заполняет|заполнил[аи]?|проверяет|проверил[аи]?|координатор|куратор|оператор|телефон|контакт\S*)\s*:|замечани[ея](?:\s*:| (?:эксперт|проверяющ|координатор|куратор))|эксперт(?:ы|а|у|ам|ов|ом)?(?![а-яё])|©|ответственн\S*(?:$|\s*:)|исполнитель|примечание|показано|страница \d|найдено|выбрано|ещё |еще |комментари|пояснени|здравствуй|добро пожаловать|вы (?:вошли|можете|работаете|заполня)|уважаем)/i;

/** «Позиция 4 из 9», «Заполнено 3 из 12»: where one stands, not what is asked. */
const COUNTER =
  /^(?:позици[яию]|показатель|критерий|вопрос|шаг|этап|страница|экран|карточка|запись|пункт|(?:заполн|готов|пройд|остал|оцен|провер|внес|введ)\p{L}*|step|page|question|item|position)(?: \p{L}+)?[\s:]*№?\s*\d+\s*(?:%|(?:из|\/|of)\s*\d+)(?: \p{L}+)?[.)]?$/iu;

/** Whether a text explains how to fill the form, or shows a state, instead of being a position or a heading. */
export const isHint = memo((text): boolean => {
  return (
    (HINT.test(text) && !(SENTENCE.test(text) && words(text) > 3)) ||
    /^[^:]{0,24}:?\s*https?:\/\/\S+$/i.test(text) ||
    /^\d+\s*(?:\/|из)\s*\d+/.test(text) ||
    COUNTER.test(text) ||
    /^\d+\s*(?:символ|ссыл|документ|строк|позици|замечан)/i.test(text)
  );
});

/** Number of words with letters. */
export const words = memo((text): number => {
  return text.match(/\p{L}[\p{L}\p{N}-]*/gu)?.length ?? 0;
});

/** Number of letters, up to `limit`: cheap test whether a text says anything at all. */
export function letters(text: string, limit = 8): number {
  let n = 0;
  for (let i = 0; i < text.length && n < limit; i++) {
    const code = text.charCodeAt(i) | 0x20;
    if ((code >= 0x61 && code <= 0x7a) || (text.charCodeAt(i) >= 0x400 && text.charCodeAt(i) <= 0x4ff)) n++;
  }
  return n;
}

/** Whether a button's text says that it adds a row: «Добавить ссылку», «+ документ», «Ещё ссылка», «+». */
export function isAdd(text: string): boolean {
  if (/позици|раздел|файл с|пользовател|сообщени|тему/i.test(text) || text.length > 60) return false;
  return (
    /^[\s+➕⊕]*(?:добавить|ещё|еще|новая|новый|вставить строку|прикрепить|add|attach)(?![\p{L}])/iu.test(
      text,
    ) || /^[+➕⊕]+(?:\s|$)/u.test(text)
  );
}
