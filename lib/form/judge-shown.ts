import type { Position } from '../model/form.ts';
import { rankOf } from './headings.ts';
import { type Draft, isTold, overall } from './judge.ts';

/** A document's own title, with its number, date or year: «Приказ … № 272», «Отчёт … за 2022 год». */
const DOCUMENT =
  /^(?:приказ|протокол|постановлени|распоряжени|положени|письмо|порядок|регламент|договор|соглашени|(?:аналитическ\S+ )?(?:справк|отч[её]т|записк)|дорожн\S+ карт|план(?!\p{L})|программ|методическ\S+ рекомендац|информационн\S+ письм)\S*.*(?:№|(?<!\p{L})от \d|(?:19|20)\d\d)/iu;
const DOCUMENT_COLUMN =
  /^(?:(?:наименование|название|заголовок|имя|тема)(?: \p{L}+)? )?(?:документ|файл|материал|публикаци|новост|запис)\p{L}*(?: и (?:его )?\p{L}+)?$|^(?:название|заголовок)$/iu;

/** Weight of a shown comment that a header or a label calls so. */
const NAMED = 0.5;

/** Whether texts with links are entries of a register of documents: nothing says what an expert should see in them. */
function isRegister(drafts: readonly Draft[]): boolean {
  if (drafts.some((d) => d.score !== null || d.known)) return false;
  const titled = drafts.filter((d) => DOCUMENT.test(d.text) && DOCUMENT_COLUMN.test(d.header));
  if (titled.length > drafts.length / 2) return true;
  // What only stands beside a link may be anything: «Опубликован».
  if (drafts.some((d) => d.comments.some(({ weight }) => weight >= NAMED))) return false;
  // No word of track or component either.
  if (drafts.every((d) => d.path.length < 2 && d.number === null && d.points === null)) return true;
  const listed = drafts.filter((d) => DOCUMENT.test(d.text) || DOCUMENT_COLUMN.test(d.header));
  return listed.length > drafts.length / 2;
}

/** Whether all candidates together are a form that can only be looked at. */
export function isShownForm(positions: readonly Position[], drafts: readonly Draft[]): boolean {
  const [alone] = drafts;
  if (!alone || positions.length === 0 || isRegister(drafts)) return false;
  if (drafts.length === 1 && !isTold(alone)) return false;
  const { sure, said, domain } = overall(positions, drafts);
  const headed = drafts.some((d) => d.path.some((text) => rankOf(text) !== null));
  // Points fields without a link: only under the form's own headings, and about what the form asks.
  if (!drafts.some((d) => d.urls.length > 0)) return sure >= 0.5 && said >= 0.3 && headed;
  return sure >= 0.5 && domain && (headed || drafts.some((d) => d.score !== null));
}
