import { stripInvisible } from '../../reference/text.ts';
import { type Cell, type GridRow, shown } from '../grid.ts';
import type { ColumnSet } from './header.ts';
import { type CellAddresses, cellAddresses } from './links.ts';
import { numberedItems, pageLines, partsOf } from './lists.ts';
import { readPages } from './pages.ts';
import { isSaying, ownText } from './rows.ts';
import { oneLine } from './text.ts';
import type { TableRow, TableWarning } from './types.ts';

/** One row of the table as rows of the form: a row for each link, names and pages in step with them. */

export type Warn = (warning: TableWarning) => void;

/** A comment as typed, line by line: passwords stay character by character. */
function commentText(text: string): string {
  return stripInvisible(text)
    .replace(/[ \t]*\n[ \t\n]*/g, '\n')
    .trim();
}

function pagesText(row: GridRow, columns: readonly number[], warn: Warn): string {
  const texts: string[] = [];
  for (const column of columns) {
    const cell = row.cells[column];
    if (!cell || cell.covered || cell.text.trim() === '') continue;
    const lines = cell.kind === 'text' && cell.text.includes('\n');
    const { text, note } = lines ? { text: cell.text, note: null } : readPages(cell);
    if (note) {
      const params = { seen: oneLine(cell.text), pages: text };
      warn({ key: note === 'restored' ? 'pages-restored' : 'pages-number', place: cell.place, params });
    }
    texts.push(text);
  }
  return texts.join('\n');
}

interface Said {
  readonly links: CellAddresses;
  readonly linkCell: Cell | null;
  readonly name: string;
  readonly pages: string;
  readonly comment: string;
}

/** The links of the row; a link merged over several rows is the link of each that names something of its own. */
function readLinks(
  row: GridRow,
  set: ColumnSet,
  alone: boolean,
): { links: CellAddresses; cell: Cell | null } {
  const found = { addresses: [] as CellAddresses['addresses'][number][], rest: [] as string[] };
  let place: Cell | null = null;
  for (const column of set.url) {
    const own = row.cells[column];
    if (!own) continue;
    const sideways = own.covered !== null && own.covered.rowSpan === 1;
    const cell = own.covered ? (sideways || alone ? null : own.covered) : own;
    if (!cell || cell.text.trim() === '') continue;
    place ??= cell;
    const links = cellAddresses(cell);
    found.addresses.push(...links.addresses);
    if (isSaying(links.rest)) found.rest.push(links.rest);
  }
  return { links: { addresses: found.addresses, rest: found.rest.join(' ') }, cell: place };
}

function say(row: GridRow, set: ColumnSet, warn: Warn): Said | null {
  const name = ownText(row, set.name);
  const pages = pagesText(row, set.pages, warn);
  const comment = ownText(row, set.comment);
  const { links, cell } = readLinks(row, set, ![name, pages, comment].some(isSaying));
  if (links.addresses.length > 0 || ownText(row, set.url) !== '')
    return { links, linkCell: cell, name, pages, comment };
  // No link of its own: the name may be the link.
  for (const column of set.name) {
    const own = row.cells[column];
    const linked = own && !own.covered && own.links.length > 0 ? cellAddresses(shown(own)) : null;
    if (linked && linked.addresses.length > 0 && own) {
      const named = linked.addresses.some((address) => address.label !== '');
      return { links: { ...linked, rest: '' }, linkCell: own, name: named ? '' : name, pages, comment };
    }
  }
  return [name, pages, comment].some(isSaying) ? { links, linkCell: null, name, pages, comment } : null;
}

/** How many documents stand under one link: numbered names, or names and pages line by line. */
function documentsUnder(name: string, pages: string): number {
  const numbered = numberedItems(name).length;
  if (numbered > 1) return numbered;
  const lines = pageLines(pages);
  return lines > 1 && partsOf(name, lines) ? lines : 1;
}

/** Rows of the form that one row of the table gives for one set of columns. */
export function readDocuments(row: GridRow, set: ColumnSet, warn: Warn): TableRow[] {
  const said = say(row, set, warn);
  if (!said) return [];
  const { links, linkCell } = said;
  const addresses = links.addresses;
  const columns = [...set.url, ...set.name, ...set.pages, ...set.comment];
  const firstCell = columns
    .map((column) => row.cells[column])
    .find((cell) => cell && !cell.covered && cell.text !== '');
  const place = (linkCell ?? firstCell)?.place ?? '';
  for (const address of addresses)
    if (address.differs !== null)
      warn({ key: 'link-differs', place, params: { seen: address.url, target: address.differs } });
  const count = addresses.length > 1 ? addresses.length : documentsUnder(said.name, said.pages);
  const names = inStep(said.name, count);
  const pages = inStep(said.pages, count);
  const numbered = numberedItems(said.comment).length === count && count > 1;
  const together = numbered || (names.split && said.comment.includes('\n'));
  const comments = together ? inStep(said.comment, count) : { parts: [said.comment], split: false };
  if (count > 1 && ((said.name !== '' && !names.split) || (said.pages !== '' && !pages.split)))
    warn({ key: 'not-in-step', place, params: { n: count } });
  const rest = isSaying(links.rest) ? links.rest : '';
  const rows: TableRow[] = [];
  for (let index = 0; index < count; index++) {
    const address = addresses.length > 1 ? addresses[index] : addresses[0];
    const name = oneLine(names.parts[index] ?? '');
    const comment = commentText(comments.parts[index] ?? '');
    const extra = index === 0 && address && rest !== '' ? rest : '';
    if (extra !== '') warn({ key: 'text-in-link', place, params: { text: extra } });
    rows.push({
      url: address?.url ?? (index === 0 ? rest : ''),
      name: name === '' ? (address?.label ?? '') : name,
      pages: oneLine(pages.parts[index] ?? ''),
      comment: extra === '' ? comment : [comment, extra].filter((text) => text !== '').join(' '),
      place,
      hidden: row.hidden,
    });
  }
  return rows;
}

/** Parts of a cell for `count` links; what cannot be cut stands on the first. */
function inStep(text: string, count: number): { parts: readonly string[]; split: boolean } {
  const parts = count > 1 ? partsOf(text, count) : null;
  return parts ? { parts, split: true } : { parts: [text], split: false };
}
