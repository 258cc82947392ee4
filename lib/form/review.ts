import { blankRows } from './blank-rows.ts';
import { rankOf } from './headings.ts';
import type { Item } from './items.ts';
import { isOutside, signOf } from './items.ts';
import type { Columns } from './labels.ts';
import { commonDepth, type LinkToken, type TextToken, type Token } from './token.ts';
import { isHint, isLabelText, labelRole, pointsOf, words } from './words.ts';

/** Links and comments that are shown, not typed; `taken` are the texts they are made of. */
export interface Shown {
  readonly items: readonly Item[];
  readonly taken: ReadonlySet<Token>;
}

/** An address in plain letters; those no browser may follow are shown so by careful sites, and need a finding most. */
const URL_TEXT = /^(?:(?:(?:https?|ftp|file):\/\/|www\.)\S+|(?:javascript|vbscript|data|blob):\S.*)$/i;
const FILE = /\.(?:pdf|docx?|xlsx?|rtf|odt|ods|pptx?|zip|rar|7z|jpe?g|png)(?:$|[?#])/i;
const COMMENT_PREFIX =
  /^(?:комм?ентарий(?: к (?:документу|ссылке))?|пояснение|примечание)(?: №? ?\d+)?\s*[:—–-]\s*/i;
/** Links of the page's tool bar and help, not documents. */
const TOOL =
  /^(?:выгруз|экспорт|скачать (?:шаблон|форм|инструкц|отч[её]т|вс[её])|печать|версия для печати|инструкци|критерии|методическ\S+ рекомендаци|руководство|памятка|шаблон|помощь|назад|далее|открыть форму)/i;
const EMPTY =
  /^(?:[—–-]+|(?:данные|сведени\S*|информаци\S*|документ\S*|материал\S*|ссылк\S*|комментари\S*|файл\S*)?\s*(?:нет|не (?:указан|представлен|заполнен|размещ|прикрепл|добавлен|введ)\S*|отсутству\S*)(?: (?:данных|документов|ссылок|комментари\S*|материалов|файлов))?|без комментари\S*|пусто|(?:позиция )?не заполнен\S*)\.?$/i;

/** Finds the values of a read-only form: links in link columns, behind link labels, or that look like addresses. */
export function shownItems(tokens: readonly Token[], columns: Columns, fields: readonly Item[]): Shown {
  const items: Item[] = [];
  const taken = new Set<Token>();
  const byHeader = (token: Token): ReturnType<typeof labelRole> => {
    const above = token.cell ? columns.above(token.cell) : [];
    // A heading across the columns stands under all of their headers, and is headed by none.
    if (token.cell && token.cell.columns > 1 && new Set(above.map(labelRole)).size > 1) return null;
    for (let i = above.length - 1; i >= 0; i--) {
      const role = labelRole(above[i] as string);
      if (role) return role;
    }
    return null;
  };
  /** «Ссылки и комментарии»: one column for both. */
  const forBoth = (token: Token): boolean =>
    (token.cell ? columns.above(token.cell) : []).some(
      (text) => /ссыл/i.test(text) && /комм?ент|поясн|примеч/i.test(text),
    );
  for (const token of tokens) {
    if (isOutside(token) || (token.cell && columns.isHead(token.cell))) continue;
    if (token.kind === 'link') {
      const weight = linkWeight(token, tokens, byHeader(token));
      if (weight < 0.4) continue;
      let end = token.index;
      while (
        tokens[end + 1]?.kind === 'text' &&
        (tokens[end + 1] as Token).link &&
        token.element.contains((tokens[end + 1] as Token).element)
      ) {
        end++;
        taken.add(tokens[end] as Token);
      }
      items.push(shown('url', token, end, token.href, weight, token.text));
    } else if (token.kind === 'text' && !token.link && URL_TEXT.test(token.text)) {
      taken.add(token);
      items.push(shown('url', token, token.index, token.text, 0.5, token.text));
    }
  }
  const urls = [...items];
  items.push(...editButtons(tokens), ...emptyNotes(tokens, columns), ...blankRows(tokens, urls, columns));
  const reach = reachOf(tokens, urls, columns);
  const scores = items.concat(fields).filter((item) => item.role === 'score' || item.role === 'edit');
  scores.sort((a, b) => a.at - b.at);
  const hasComments = fields.some((item) => item.role === 'comment');
  if (!hasComments)
    for (const token of tokens) {
      if (token.kind !== 'text' || taken.has(token) || isOutside(token) || token.level > 0) continue;
      if (token.cell && columns.isHead(token.cell)) continue;
      const text = token.text.replace(COMMENT_PREFIX, '').replace(/^[\s—–:;,-]+(?=\S)/, '');
      if (text === '' || EMPTY.test(token.text) || pointsOf(token.text) !== null) {
        if (EMPTY.test(token.text) && byHeader(token) === 'comment') taken.add(token);
        continue;
      }
      const weight = commentWeight(token, tokens, forBoth(token) ? null : byHeader(token), {
        urls,
        scores,
        reach,
      });
      if (weight < 0.4) continue;
      taken.add(token);
      items.push(shown('comment', token, token.index, text, weight, token.text));
    }
  items.sort((a, b) => a.at - b.at);
  return { items: [...items, ...fields].sort((a, b) => a.at - b.at), taken };
}

function shown(
  role: 'url' | 'comment',
  token: Token,
  end: number,
  value: string,
  weight: number,
  seen: string,
): Item {
  return {
    role,
    at: token.index,
    end,
    element: token.element as HTMLElement,
    cell: token.cell,
    editable: false,
    number: null,
    weight: Math.min(1, weight),
    evidence: [{ part: role, kind: 'shown-value', seen: seen.slice(0, 80), weight }],
    read: () => value,
  };
}

function labelBefore(token: Token, tokens: readonly Token[]): ReturnType<typeof labelRole> {
  for (let i = token.index - 1; i >= Math.max(0, token.index - 12); i--) {
    const before = tokens[i] as Token;
    // A column's header is no label of the next row's first cell.
    if (
      before.cell &&
      token.cell &&
      before.cell.grid === token.cell.grid &&
      before.cell.row !== token.cell.row
    )
      return null;
    if (
      before.cell &&
      before.cell.grid !== token.cell?.grid &&
      !before.cell.grid.element.contains(token.element)
    )
      return null;
    // A comment with its label in one line is no label of what follows.
    if (
      before.kind === 'text' &&
      COMMENT_PREFIX.test(before.text) &&
      words(before.text.replace(COMMENT_PREFIX, '')) > 0
    )
      return null;
    if (before.kind === 'text' && !before.link)
      return isLabelText(before.text) ? labelRole(before.text) : null;
    if (before.kind === 'field') return null;
  }
  return null;
}

function linkWeight(
  token: LinkToken,
  tokens: readonly Token[],
  header: ReturnType<typeof labelRole>,
): number {
  if (token.level > 0 || TOOL.test(token.text)) return 0;
  if (header !== null && header !== 'url') return header === 'comment' ? 0.1 : 0;
  let weight = header === 'url' ? 0.6 : 0;
  if (FILE.test(token.text)) weight += 0.25;
  if (labelBefore(token, tokens) === 'url') weight += 0.5;
  if (URL_TEXT.test(token.text)) weight += 0.4;
  if (/^https?:\/\//i.test(token.href)) weight += 0.2;
  if (FILE.test(token.href)) weight += 0.25;
  return weight;
}

function commentWeight(
  token: TextToken,
  tokens: readonly Token[],
  header: ReturnType<typeof labelRole>,
  { urls, scores, reach }: Around,
): number {
  if (header === 'comment') return 0.6;
  if (header !== null) return 0;
  if (COMMENT_PREFIX.test(token.text)) return 0.6;
  if (isLabelText(token.text) && !/^с(?:тр)?\.\s*\d/i.test(token.text)) return 0;
  if (labelBefore(token, tokens) === 'comment') return 0.5;
  if (isHint(token.text) || rankOf(token.text) !== null) return 0;
  // Text that stands closer to the link before it than to the next link.
  const before = urls.findLast((url) => url.end < token.index);
  if (!before) return 0;
  const sameCell = token.cell !== null && before.cell !== null && token.cell.grid === before.cell.grid;
  if (sameCell && token.cell?.row !== before.cell?.row) return 0;
  const near = commonDepth(tokens, before.end, token.index);
  if (near < reach || isPast(token, tokens, before, near, scores)) return 0;
  const after = urls.find((url) => url.at > token.index);
  const far = after ? commonDepth(tokens, token.index, after.at) : 0;
  for (let i = before.end + 1; i < token.index; i++) {
    const t = tokens[i] as Token;
    if (t.kind === 'text' && t.level > 0) return 0;
  }
  // A cell that begins with a link: what follows each link is about it.
  const cell = token.cell;
  if (cell && before.cell === cell && near === far) return 0.4;
  return near > far ? 0.4 : 0;
}

/** «Изменить»: opens the rows of one position elsewhere, so it stands for a position whose links are only shown. */
const EDIT =
  /^[^\p{L}]*(?:изменить|редактировать|заполнить|открыть для (?:заполнения|редактирования))(?: (?:документы|ссылки|позицию|строки|данные))?[^\p{L}]*$/iu;

function editButtons(tokens: readonly Token[]): Item[] {
  return tokens
    .filter((token) => token.kind === 'button' && EDIT.test(token.text) && !isOutside(token))
    .map((token) => signOf('edit', token));
}

/** «Документы не представлены»: stands for a position without rows. */
function emptyNotes(tokens: readonly Token[], columns: Columns): Item[] {
  return tokens
    .filter((token) => token.kind === 'text' && isEmptyNote(token, tokens))
    .filter((token) => !isOutside(token) && !(token.cell && columns.isHead(token.cell)))
    .filter((token) => token.kind === 'text' && !/комм?ентар/i.test(token.text))
    .map((token) => signOf('none', token));
}

/** «Документы не представлены», «Ссылка: —», or «—» behind a label of a link. */
function isEmptyNote(token: TextToken, tokens: readonly Token[]): boolean {
  const { text } = token;
  if (EMPTY.test(text)) return words(text) >= 2 || (!token.cell && labelBefore(token, tokens) === 'url');
  const at = text.indexOf(':');
  return (
    at > 0 &&
    text.length < 60 &&
    labelRole(text.slice(0, at)) === 'url' &&
    EMPTY.test(text.slice(at + 1).trim())
  );
}

/** What tells how far a link's comment may stand from it. */
interface Around {
  readonly urls: readonly Item[];
  readonly scores: readonly Item[];
  /** Depth of the box a position's text shares with its link; what stands further off is another position's. */
  readonly reach: number;
}

/** Depth of the box that a link and the nearest text before it share, where that is the outermost. */
function reachOf(tokens: readonly Token[], urls: readonly Item[], columns: Columns): number {
  let reach = Number.POSITIVE_INFINITY;
  for (const url of urls)
    for (let i = url.at - 1; i >= 0; i--) {
      const token = tokens[i] as Token;
      if (token.kind !== 'text' || token.link || isOutside(token) || words(token.text) < 3) continue;
      if (isLabelText(token.text) || isHint(token.text) || pointsOf(token.text) !== null) continue;
      if (!token.cell || !columns.isHead(token.cell))
        reach = Math.min(reach, commonDepth(tokens, token.index, url.at));
      break;
    }
  return Number.isFinite(reach) ? reach : 0;
}

/** Whether a text belongs to the next position: the points of the link's own have passed, or its own stand nearer. */
function isPast(
  token: TextToken,
  tokens: readonly Token[],
  before: Item,
  near: number,
  scores: readonly Item[],
): boolean {
  const next = scores.find((score) => score.at > before.end);
  if (!next) return false;
  if (next.at < token.index) return true;
  return commonDepth(tokens, token.index, next.at) > near;
}
