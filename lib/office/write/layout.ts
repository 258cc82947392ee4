import { type Form, isFilled, type Position, type Row } from '../../model/form.ts';
import { composeComment, parseComment } from '../../reference/comment.ts';
import { formatPages } from '../../reference/pages.ts';
import { textKey } from '../../reference/text.ts';
import { applyHeadings, type Heading, heading } from '../table/headings.ts';

/** The preparation table as rows of cells, the same for all formats: laid out so that reading it gives the form again. */

/** Headers of the official table («Требования к материалам МУМ»): words of the form, the same in every language. */
export const TITLE = 'Подготовка документов к заполнению в ФИС ОКО';
export const HEADERS = [
  'Позиции оценивания',
  'Ссылка на документ',
  'Наименование документа',
  'Страницы для экспертизы',
  'Комментарии (как данная позиция оценивания представлена на указанных страницах)',
] as const;
const HEADING_COLUMNS = ['Раздел', 'Направление', 'Трек', 'Компонент'] as const;

export interface OutRow {
  readonly url: string;
  readonly name: string;
  readonly pages: string;
  readonly comment: string;
}

export type OutLine =
  | { readonly kind: 'heading'; readonly text: string; readonly level: number }
  | {
      readonly kind: 'position';
      /** Headings in columns of their own; empty when they are lines. */
      readonly headings: readonly string[];
      readonly number: string;
      readonly text: string;
      /** At least one; an empty one where nothing is filled. */
      readonly rows: readonly OutRow[];
    };

export interface TableLayout {
  readonly headers: readonly string[];
  /** Column of «Позиции оценивания». */
  readonly position: number;
  readonly lines: readonly OutLine[];
}

/**
 * A comment of the form back in the table's columns, where putting name, pages and explanation together again gives
 * the same text; otherwise it stays whole in the last column (credentials always do).
 */
function outRow(row: Row): OutRow {
  const { url, name, pages, comment } = row;
  if (name !== '' || pages !== '') return { url, name, pages, comment };
  const parts = parseComment(comment);
  const head = composeComment({ ...parts, login: '', password: '', access: '', explanation: '' });
  const whole = [head, parts.explanation].filter((part) => part !== '').join('. ');
  const tail = parseComment(parts.explanation);
  const safe =
    whole === comment &&
    tail.pages.length === 0 &&
    (parts.name === '' || !parts.explanation.includes(parts.name));
  if (!safe) return { url, name, pages, comment };
  return { url, name: parts.name, pages: formatPages(parts.pages), comment: parts.explanation };
}

const EMPTY: OutRow = { url: '', name: '', pages: '', comment: '' };

function filledRows(position: Position): OutRow[] {
  const rows = position.rows
    .filter((row) => isFilled(row) || row.name !== '' || row.pages !== '')
    .map(outRow);
  return rows.length > 0 ? rows : [EMPTY];
}

const samePath = (path: readonly Heading[], wanted: readonly string[]): boolean =>
  path.length === wanted.length && path.every((item, index) => item.text === wanted[index]);

/** Heading lines that lead from one path to the next, or null when the reader would understand them otherwise. */
function step(
  path: readonly Heading[],
  wanted: readonly string[],
): { run: string[]; path: Heading[] } | null {
  const common = wanted.findIndex((text, level) => path[level]?.text !== text);
  for (const from of [common < 0 ? wanted.length : common, 0]) {
    const run = wanted.slice(from);
    const next =
      run.length === 0
        ? [...path]
        : applyHeadings(
            path,
            run.map((text) => heading(text)),
          );
    if (samePath(next, wanted)) return { run, path: next };
  }
  return null;
}

function asLines(positions: readonly Position[]): OutLine[] | null {
  const lines: OutLine[] = [];
  let path: Heading[] = [];
  for (const position of positions) {
    const next = step(path, position.path);
    if (!next) return null;
    const depth = position.path.length - next.run.length;
    next.run.forEach((text, index) => void lines.push({ kind: 'heading', text, level: depth + index }));
    path = next.path;
    lines.push({
      kind: 'position',
      headings: [],
      number: '',
      text: position.text,
      rows: filledRows(position),
    });
  }
  return lines;
}

/** Two positions of the same words one after the other need numbers to stay two. */
function needNumbers(positions: readonly Position[]): boolean {
  return positions.some((position, index) => {
    const before = positions[index - 1];
    return before !== undefined && textKey(before.text) === textKey(position.text);
  });
}

/** Lays a form out as the preparation table: headings as full-width lines, or in columns where lines would not do. */
export function layOut(form: Form): TableLayout {
  const { positions } = form;
  const numbers = needNumbers(positions);
  const lines = asLines(positions);
  const deepest = Math.max(0, ...positions.map(({ path }) => path.length));
  const depth = lines ? 0 : Math.min(4, deepest);
  const columns = depth === 0 ? [] : depth === 4 ? HEADING_COLUMNS : HEADING_COLUMNS.slice(1, 1 + depth);
  const own: OutLine[] =
    lines ??
    positions.map((position) => ({
      kind: 'position',
      headings: columns.map((_, index) => position.path[index] ?? ''),
      number: '',
      text: position.text,
      rows: filledRows(position),
    }));
  let count = 0;
  return {
    headers: [...(numbers ? ['№'] : []), ...columns, ...HEADERS],
    position: (numbers ? 1 : 0) + columns.length,
    lines: numbers
      ? own.map((line) => (line.kind === 'position' ? { ...line, number: `${++count}.` } : line))
      : own,
  };
}
