import type { DocumentKind } from '../model/library.ts';
import { collapse } from '../reference/text.ts';
import { findDates } from './title-date.ts';

/** What a title says of its document; '' where it does not. */
export interface TitleParts {
  readonly number: string;
  /** «15.03.2022». */
  readonly date: string;
  readonly kind: DocumentKind;
}

/** «№ 123-од», «N 881-д», «No 62/1», «№ 01-26-05/12»: ends before a space or closing punctuation. */
const NUMBER =
  /(?:№|(?<![A-Za-zА-Яа-яЁё])(?:No?|N)(?=\s*\d))\s*([0-9A-Za-zА-Яа-яЁё]*\d[0-9A-Za-zА-Яа-яЁё]*(?:[-–/.][0-9A-Za-zА-Яа-яЁё]+)*)/g;

/** A number right after these is of a school, an annex or a form, not of the document. */
const OTHER_NUMBER =
  /(?:школ[а-яё]*|сош|оош|нош|лице[а-яё]*|гимнази[а-яё]*|сад[а-яё]*|д?оу|мбоу|мбдоу|мдоу|мкоу|маоу|доо|приложени[а-яё]*|форм[а-яё]*|таблиц[а-яё]*|участк[а-яё]*|этап[а-яё]*|корпус[а-яё]*)\s*["«»]*\s*$/i;

/** Words that name a kind of document, by stem. «показател» and «критери» alone: a list of them. */
const KINDS: readonly (readonly [RegExp, DocumentKind])[] = [
  [/^(?:приказ|распоряжени|постановлени|решени)/, 'order'],
  [/^(?:план(?!ир)|программ|концепци|стратеги|дорожн|медиаплан)/, 'plan'],
  [/^(?:положени|поряд[ок]|регламент|устав|правил)/, 'regulation'],
  [/^(?:справк|отч[её]т|анализ|аналитическ|мониторинг|доклад|сводн|итог)/, 'report'],
  [/^(?:показател|критери)/, 'indicators'],
  [/^рекомендаци/, 'recommendations'],
  [/^письм/, 'letter'],
];

/** After these a kind is only spoken of («участие по программе»); the document itself is something else. */
const SPEAKS_OF = /^(?:о|об|обо|по|к|в|во|из|для|на|с|со|при|за|приложение|проведении|реализации|участии)$/;

/** Guesses number, date and kind out of a title as municipalities write them; to prefill a form, never to decide. */
export function describeTitle(title: string): TitleParts {
  const text = collapse(title.slice(0, 2000));
  const dates = findDates(text);
  const own = dates.find(({ after }) => after) ?? dates[0];
  return { number: numberOf(text, own), date: own?.date ?? '', kind: kindOf(text) };
}

/** Of several numbers the one that stands beside the date, else the first. */
function numberOf(text: string, date: { from: number; to: number } | undefined): string {
  const numbers = [...text.matchAll(NUMBER)]
    .map((match) => ({ value: match[1] as string, from: match.index, to: match.index + match[0].length }))
    .filter(({ from }) => !OTHER_NUMBER.test(text.slice(Math.max(0, from - 24), from)));
  const distance = ({ from, to }: { from: number; to: number }): number =>
    date ? Math.max(from - date.to, date.from - to) : from;
  return numbers.sort((a, b) => distance(a) - distance(b))[0]?.value ?? '';
}

/** The first word that names a kind and is not merely spoken of. */
function kindOf(text: string): DocumentKind {
  const list = text.toLowerCase().match(/[а-яё]+/g) ?? [];
  for (const [at, word] of list.slice(0, 30).entries()) {
    const kind = KINDS.find(([pattern]) => pattern.test(word))?.[1];
    if (!kind || list.slice(Math.max(0, at - 2), at).some((before) => SPEAKS_OF.test(before))) continue;
    return kind;
  }
  return 'other';
}
