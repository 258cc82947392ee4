import type { CommentParts } from '../model/comment.ts';
import type { Position, Row } from '../model/form.ts';
import { keyOfUrl, type ParsedAddress, parseAddress } from '../reference/address.ts';
import { parseComment } from '../reference/comment.ts';
import { type PageRange, parsePages } from '../reference/pages.ts';
import { kindOfUrl, type UrlKind, urlKind } from '../reference/url.ts';

/** A row as rules see it: address, comment and pages read once, however many rules ask. */
export interface Look {
  readonly row: Row;
  readonly index: number;
  readonly address: ParsedAddress;
  readonly key: string;
  readonly kind: UrlKind;
  readonly parts: CommentParts;
  /** From the comment, or from the table's own columns. */
  readonly name: string;
  readonly pages: readonly PageRange[];
}

/** Comments are read up to here: what follows in a pasted megabyte changes no finding. */
const READ = 20_000;

const seen = new WeakMap<Row, Look>();

function look(row: Row, index: number): Look {
  const known = seen.get(row);
  if (known && known.index === index) return known;
  const address = parseAddress(row.url);
  const parts = parseComment(row.comment.slice(0, READ));
  const fresh: Look = {
    row,
    index,
    address,
    key: address.ok ? keyOfUrl(address.url) : row.url.trim().slice(0, 300),
    kind: address.ok ? kindOfUrl(address.url) : urlKind(row.url),
    parts,
    name: row.name.trim() || parts.name,
    pages: parts.pages.length > 0 ? parts.pages : parsePages(row.pages).pages,
  };
  seen.set(row, fresh);
  return fresh;
}

/** The rows of a position that hold a link, in order. */
export function linked(position: Position): readonly Look[] {
  const out: Look[] = [];
  position.rows.forEach((row, index) => {
    if (row.url.trim() !== '') out.push(look(row, index));
  });
  return out;
}

/** Rows with neither link nor comment: free to move something to. */
export function freeRows(position: Position): readonly Row[] {
  return position.rows.filter((row) => row.url.trim() === '' && row.comment.trim() === '');
}

/** True when the comment names pages, gives access and nothing else, or nothing at all. */
export function isUnexplained(one: Look): boolean {
  return one.name === '' && one.parts.explanation === '';
}

/** True when the comment gives login, password or words on access. */
export function opens(parts: CommentParts): boolean {
  return parts.login !== '' || parts.password !== '' || parts.access !== '';
}
