import { oneLine } from './text.ts';

/** Texts in and around tables that are not data: instructions, notes, signatures, rows of column numbers. */

const INSTRUCTION =
  /^(?:инструкци|внимание|памятка|обратите|заполня(?:ется|ют|йте)|заполните|указ(?:ыва)?(?:йте|ется|ите)|впишите|внесите|вставьте|не\s+удаля|просим|просьба|пример(?:\s|:)|образец|важно(?:\s|:|!)|если\s|срок\s+(?:сдачи|предоставления|заполнения)|при\s+заполнении|как\s+заполня|для\s+заполнения|в\s+(?:данн\S+|этой|эту)\s+(?:столб|граф|колон|таблиц)|максимум\s|не\s+более\s)/iu;
const NOTE =
  /^(?:примечани[ея]|прим\.|сноска|пояснени[ея]\s*:|\*+\s*\S|\d?\*\)|источник\s*:|итого|всего\s|всего$)/iu;
const SIGNATURE =
  /^(?:(?:и\.?\s?о\.?\s+)?(?:директор|начальник|заведующ(?:ий|ая)|заместитель|глава|руководитель|председатель|методист|специалист|консультант|исполнитель|ответственн(?:ый|ая)(?:\s+(?:исполнитель|лицо|за))?|подготовил[аи]?|составил[аи]?|заполнил[аи]?|проверил[аи]?|согласован[оа]?|утвержд(?:аю|[её]н[оа]?)|дата|подпись|телефон|контакты?|эл\.\s?почта|e-?mail)(?!\p{L})|(?:исп|отв|тел)\.|м\.?\s?п\.?$)/iu;

/** Text in one cell or over the whole width that tells how to fill the table, or adds a note. */
export function isNote(text: string): boolean {
  const line = oneLine(text);
  return INSTRUCTION.test(line) || NOTE.test(line) || /[!]$/.test(line);
}

/** A line below the table: who signed, who filled it, when. Only asked for rows after the last link. */
export function isSignature(texts: readonly string[]): boolean {
  const line = texts.map(oneLine).join(' ');
  return (
    /_{3,}/.test(line) ||
    /(?:^|\s)тел(?:\.|ефон)?\s*:?\s*[+8(]/iu.test(line) ||
    /^\(?(?:подпись|фио|ф\.\s?и\.\s?о\.?|расшифровка)/iu.test(line) ||
    (SIGNATURE.test(line) && line.length < 200) ||
    /^[«"]?_*\d{0,2}_*[»"]?\s*_*\s*\p{L}*_*\s*20\d\d\s*г/iu.test(line)
  );
}

/** «1 | 2 | 3 | 4 | 5»: numbers of the columns under the header. */
export function isColumnNumbers(texts: readonly string[]): boolean {
  const seen = texts.map((text) => oneLine(text).replace(/[().]/g, '')).filter((text) => text !== '');
  if (seen.length < 3) return false;
  const numbers = (/^[а-яa-z]$/iu.test(seen[0] as string) ? seen.slice(1) : seen).map(Number);
  const first = numbers[0] as number;
  return (first === 1 || first === 2) && numbers.every((number, index) => number === first + index);
}

/** «Страница 3», «Лист 2 из 14» at the foot of a printed page. */
export function isPageNumber(texts: readonly string[]): boolean {
  const line = texts
    .map(oneLine)
    .filter((text) => text !== '')
    .join(' ');
  return /^(?:—|–|-)?\s*(?:страница|стр\.?|лист)\s*(?:№\s*)?\d{1,4}(?:\s*(?:из|\/)\s*\d{1,4})?\s*(?:—|–|-)?$/iu.test(
    line,
  );
}

/** A row right under the header in which every filled cell tells what to write there. */
export function isHint(texts: readonly string[]): boolean {
  const seen = texts.map(oneLine).filter((text) => text !== '');
  const hints = seen.filter(
    (text) =>
      INSTRUCTION.test(text) ||
      /^\(.*\)$/.test(text) ||
      /^(?:например|напр\.|полн(?:ое|ый)\s|прямая\s)/iu.test(text),
  );
  return seen.length >= 2 && hints.length * 2 >= seen.length && hints.length >= 2;
}

/** «Пример заполнения» in place of a position. */
export function isExample(text: string): boolean {
  return /^\(?(?:пример|образец)(?:\s+заполнения)?(?:\s*[:.)]|$)/iu.test(oneLine(text));
}
