import type { Position } from '../model/form.ts';
import type { Rank } from './headings.ts';
import { isOwner, rankOf } from './headings.ts';
import type { Item } from './items.ts';
import { memo } from './memo.ts';
import { words } from './words.ts';

/** What is known of one candidate when it is judged. */
export interface Draft {
  readonly path: readonly string[];
  readonly text: string;
  readonly number: string | null;
  readonly points: number | null;
  readonly urls: readonly Item[];
  readonly comments: readonly Item[];
  readonly score: Item | null;
  /** Share of candidates whose text stands in the same kind of place. */
  readonly share: number;
  /** A known text of the pack. */
  readonly known: boolean;
  /** Header of the column the text stands in; '' for none. */
  readonly header: string;
}

const DOMAIN =
  /муниципальн|региональн|показател|мониторинг|управленческ|адресн\S+ (?:рекоменд|помощ)|обучающ|образовательн|объективност|педагог|воспитан|дошкольн|профориентац|самоопредел|оценочн\S+ процедур|адресных|принят\S+ мер/i;
/** Whether a text speaks of what the form is about. */
const ofDomain = memo((text): boolean => DOMAIN.test(text));
const FOREIGN =
  /обратн\S+ связь|(?:^| )чат(?!\p{L})|техподдержк|связаться|сообщить|написать|вопрос|отзыв|поддержк[аиу]$|предложени[ея] по|ошибк[аеиу]|обращени|регистрац|вход|войти|поиск|фильтр|тема обсужд|ответить|комментари|анкет|опрос|подписк|новость|добавить документ|добавление|новый документ|новая (?:ссылка|запись|позиция)/iu;

/** Entries of other lists with links: publications, sources, bids, schools. */
const ENTRY =
  /^(?:номинаци|заявк|публикаци|список|источник|литератур|стать[ия](?!\p{L})|издани|научн\S+ литератур|нормативн\S+ (?:правов\S+ )?акт|[мгч]\p{Lu}{1,4}(?:ОУ|УДО|ДО)(?!\p{L})|(?:СОШ|ООШ|НОШ)(?!\p{L})|(?:школа|гимназия|лицей|детский сад) ?№)/iu;

const isEntry = memo((text): boolean => ENTRY.test(text));
const isForeign = memo((text): boolean => FOREIGN.test(text));

/** How sure it is that a candidate is a position: 0…1, evidence added up. */
export function confidence(draft: Draft, count: number): number {
  const url = average(draft.urls);
  let sum = 0.25 * Math.min(1, url / 0.5);
  if (draft.comments.length > 0) sum += 0.1 + 0.1 * Math.min(1, average(draft.comments) / 0.4);
  if (draft.urls.length > 1) sum += 0.1;
  if (count > 1) sum += 0.2 * draft.share;
  const ranks = draft.path.map(rankOf).filter((rank: Rank) => rank !== null).length;
  sum += Math.min(0.2, 0.1 * ranks);
  if (words(draft.text) >= 3) sum += 0.05;
  if (ofDomain(draft.text)) sum += 0.1;
  if (draft.number) sum += 0.05;
  if (draft.points !== null || draft.score) sum += 0.1;
  if (draft.known) sum += 0.3;
  if (isEntry(draft.text) && words(draft.text) <= 8 && !draft.known) sum -= 0.3;
  // A list of municipalities, whatever it tells of each.
  if (isOwner(draft.text)) sum -= 0.6;
  if (/\?$/.test(draft.text)) sum -= 0.3;
  if (isForeign(draft.text) && words(draft.text) <= 7 && !draft.known) sum -= 0.4;
  return Math.max(0, Math.min(1, Math.round(sum * 100) / 100));
}

/** Candidates that are no positions at all: outliers beside a form, whose place, fields and words fit nothing. */
export function isOutlier(draft: Draft, sure: number, count: number): boolean {
  if (draft.known) return false;
  if (words(draft.text) === 0) return true;
  if (sure < 0.3) return true;
  return count >= 3 && draft.share < 0.34 && draft.share * count <= 1 && sure < 0.45;
}

/**
 * Whether a candidate that can be typed into stands apart from all others, whose links are locked: a chat, a report of a
 * fault. An open position among closed ones looks like them.
 */
export function isApart(draft: Draft, all: readonly Draft[]): boolean {
  const open = (one: Draft): boolean => one.urls.some((item) => item.editable);
  if (all.length < 4 || draft.share * all.length > 1.01 || !open(draft)) return false;
  return all.every((one) => one === draft || !open(one));
}

/** What all candidates say together. */
export interface Overall {
  /** Their mean confidence. */
  readonly sure: number;
  /** Share of texts that speak of what the form is about. */
  readonly said: number;
  /** They stand under headings of the form. */
  readonly ranked: boolean;
  /** They are of the form's domain, by their headings or their texts. */
  readonly domain: boolean;
}

/** Weighs all candidates together. */
export function overall(positions: readonly Position[], drafts: readonly Draft[]): Overall {
  const sure = positions.reduce((sum, p) => sum + p.confidence, 0) / positions.length;
  const said = drafts.filter((d) => ofDomain(d.text) && !isEntry(d.text)).length / drafts.length;
  // A heading about schools stands over many a list; over texts of the domain it counts.
  const ranked = drafts.some(
    (d) => d.known || d.path.some((text) => rankOf(text) !== null || (said >= 0.5 && ofDomain(text))),
  );
  // One text alone may be about anything; several about schools and monitoring are a form.
  const domain = ranked || (said >= 0.5 && (drafts.length > 1 || drafts.some(isManifold)));
  return { sure, said, ranked, domain };
}

/** Whether all candidates together are a form to be filled in: enough of them sure, and something of the domain said. */
export function isForm(positions: readonly Position[], drafts: readonly Draft[]): boolean {
  // One candidate alone must say more than a feedback form could.
  const [alone] = drafts;
  if (!alone || (drafts.length === 1 && !isFull(alone))) return false;
  const { sure, ranked, domain } = overall(positions, drafts);
  const paired = drafts.some((d) => d.urls.length > 0 && d.comments.length > 0);
  return positions.length > 0 && domain && sure >= (ranked || paired ? 0.45 : 0.55);
}

/** A position that says by itself what it is: known, or with points. */
export function isTold(draft: Draft): boolean {
  return draft.known || draft.points !== null || draft.score !== null;
}

/** A single position: numbered, scored, with several rows, or speaking of the domain itself. */
function isFull(draft: Draft): boolean {
  if (isTold(draft)) return true;
  // Direction and component above a pair of fields: nothing but the form has them.
  const ranks = new Set(draft.path.map(rankOf));
  if (ranks.has(1) && ranks.has(3) && draft.comments.length > 0) return true;
  return draft.number !== null || draft.urls.length > 1 || ofDomain(draft.text);
}

/** A text with a number, points, or several links with their comments: no other form has such. */
function isManifold(draft: Draft): boolean {
  return (
    draft.number !== null || draft.points !== null || (draft.urls.length > 1 && draft.comments.length > 1)
  );
}

function average(items: readonly Item[]): number {
  return items.length === 0 ? 0 : items.reduce((sum, item) => sum + item.weight, 0) / items.length;
}

/** Whether a candidate that failed the evidence still looks like a position: a text and a field for a link. */
export function couldBe(draft: Draft): boolean {
  const said = words(draft.text);
  return draft.urls.length > 0 && said >= 3 && !/\?$/.test(draft.text) && !isForeign(draft.text);
}
