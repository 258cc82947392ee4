import type { PositionColumn } from './columns.ts';
import type { Item } from './items.ts';
import { each, type Steps } from './steps.ts';
import type { Texts } from './texts.ts';
import {
  type Cell,
  commonDepth,
  type Grid,
  rangeEnd,
  rangeStart,
  type TextToken,
  type Token,
} from './token.ts';

/** Fields that belong to one position, and where its text may stand. */
export interface Group {
  readonly items: Item[];
  /** Position cell, where a grid tells which it is. */
  readonly cell: Cell | null;
  readonly column: PositionColumn | null;
  /** First and one past the last token of the box that holds this group's fields and no other's. */
  from: number;
  to: number;
  /** True when `from`…`to` is a box of the page, not only the run of fields. */
  boxed: boolean;
  /** Texts before the fields, nearest last; then those of the same box behind them. */
  leading: TextToken[];
  trailing: TextToken[];
}

/** So many texts before the first field are looked at as headings. */
const NEAR = 300;

/** Groups links and comments: by the position cell of a grid, else by the texts that stand between them. */
export function* readGroups(
  tokens: readonly Token[],
  items: readonly Item[],
  texts: Texts,
  grids: ReadonlyMap<Grid, PositionColumn>,
): Steps<Group[]> {
  const content = items.filter((item) => item.role !== 'note');
  const groups: Group[] = [];
  const byCell = new Map<Cell, Group>();
  let open: Group | null = null;
  let last: Item | null = null;
  const start = (item: Item, cell: Cell | null, column: PositionColumn | null): Group => {
    const group: Group = {
      items: [],
      cell,
      column,
      from: item.at,
      to: item.end + 1,
      boxed: false,
      leading: [],
      trailing: [],
    };
    groups.push(group);
    return group;
  };
  yield* each(content, (item) => {
    const place = positionCell(item.cell, grids);
    let group: Group;
    if (place) {
      const known = byCell.get(place.cell);
      group = known ?? start(item, place.cell, place.column);
      byCell.set(place.cell, group);
    } else if (open && !open.cell && last && !between(texts, last.end, item.at)) group = open;
    else group = start(item, null, null);
    group.items.push(item);
    group.to = Math.max(group.to, item.end + 1);
    open = group;
    last = item;
  });
  const real = keep(groups);
  yield* bound(tokens, real);
  yield* collectTexts(tokens, real, texts);
  yield* attach(items, real, grids);
  return real;
}

/**
 * Groups with a link are positions. One that has only a points field, or only «Добавить ссылку», is a position without
 * rows where those with links have such a part too; else the part belongs elsewhere.
 */
function keep(groups: readonly Group[]): Group[] {
  const has = ({ items }: Group, role: Item['role']): boolean => {
    for (const item of items) if (item.role === role) return true;
    return false;
  };
  const linked = groups.filter((group) => has(group, 'url'));
  // Nothing is filled in yet: the expert's points fields alone tell the positions.
  if (linked.length === 0) return groups.filter((group) => has(group, 'score') || has(group, 'edit'));
  const usual = (role: Item['role']): boolean =>
    linked.filter((group) => has(group, role)).length > linked.length / 2;
  const scored = usual('score');
  const added = usual('add');
  const several = linked.length > 1;
  const edited = usual('edit');
  return groups.filter(
    (group) =>
      has(group, 'url') ||
      (!has(group, 'comment') &&
        ((several && has(group, 'none')) ||
          (scored && has(group, 'score')) ||
          (added && has(group, 'add')) ||
          (edited && has(group, 'edit')))),
  );
}

function positionCell(
  cell: Cell | null,
  grids: ReadonlyMap<Grid, PositionColumn>,
): { cell: Cell; column: PositionColumn } | null {
  for (let own = cell; own; own = own.grid.outer) {
    const column = grids.get(own.grid);
    const position = column?.at(own.row);
    if (column && position) return { cell: position, column };
  }
  return null;
}

function between(texts: Texts, from: number, to: number): boolean {
  for (let i = from + 1; i < to; i++) if (texts.says(i)) return true;
  return false;
}

/** Widens each group to the largest box that holds no field of another group. */
function* bound(tokens: readonly Token[], groups: readonly Group[]): Steps<void> {
  const spans = groups.map(spanOf);
  yield;
  yield* each(groups, (group, i) => {
    const { first: from, last: to } = spans[i] as Span;
    const before = spans[i - 1];
    const after = spans[i + 1];
    const depth =
      Math.max(
        before ? commonDepth(tokens, Math.min(before.last, from - 1), from) : 0,
        after ? commonDepth(tokens, to, Math.max(after.first, to + 1)) : 0,
      ) + 1;
    const inner = from === to ? (tokens[from] as Token).depth - 1 : commonDepth(tokens, from, to);
    group.boxed = depth <= inner;
    group.from = group.boxed ? rangeStart(tokens, from, depth) : from;
    group.to = group.boxed ? rangeEnd(tokens, to, depth) : to + 1;
  });
}

/** First and last token of a group's fields. */
interface Span {
  readonly first: number;
  readonly last: number;
}

function spanOf({ items }: Group): Span {
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const { at, end } of items) {
    if (at < first) first = at;
    if (end > last) last = end;
  }
  return { first, last };
}

function* collectTexts(tokens: readonly Token[], groups: readonly Group[], texts: Texts): Steps<void> {
  let free = 0;
  yield* each(groups, (group) => {
    const { first, last } = spanOf(group);
    for (let i = free; i < first; i++) {
      const token = texts.says(i);
      if (token && aims(token, group)) group.leading.push(token);
    }
    // A page of news above the form is no heading; its real headings are kept however far they stand.
    const far = group.leading.length - NEAR;
    if (far > 0)
      group.leading = group.leading.filter((token, i) => i >= far || (token.level > 0 && token.level < 7));
    for (let i = last + 1; i < group.to && i < tokens.length; i++) {
      const token = texts.says(i);
      if (token && group.boxed) group.trailing.push(token);
    }
    free = Math.max(free, group.to, last + 1);
  });
}

/** The label of a tab or a folding panel counts for what is inside that panel. */
function aims(token: TextToken, group: Group): boolean {
  return token.target === null || group.items.some((item) => token.target?.contains(item.element));
}

/** Points and notes go to the position whose cell, box or nearest fields they stand with. */
function* attach(
  items: readonly Item[],
  groups: readonly Group[],
  grids: ReadonlyMap<Grid, PositionColumn>,
): Steps<void> {
  const others = items.filter(({ role }) => role !== 'url' && role !== 'comment');
  if (others.length === 0) return;
  const taken = new Set(groups.flatMap((group) => group.items));
  const byCell = new Map(groups.map((group) => [group.cell, group]));
  yield* each(others, (item) => {
    if (taken.has(item)) return;
    const place = positionCell(item.cell, grids);
    const owner =
      (place && byCell.get(place.cell)) ||
      groups.find((group) => group.boxed && item.at >= group.from && item.at < group.to) ||
      groups.findLast(
        (group) => group.from <= item.at && group.leading.every((token) => token.index < item.at),
      );
    owner?.items.push(item);
  });
}
