import type { SiteProfile } from '../../model/profile.ts';
import type { Chosen } from '../choose.ts';
import { readPositionColumns } from '../columns.ts';
import { placeOf, readContext } from '../context.ts';
import type { Group } from '../groups.ts';
import type { Item } from '../items.ts';
import { joinPath } from '../join-path.ts';
import { readPaths } from '../path.ts';
import { complete } from '../steps.ts';
import type { Texts } from '../texts.ts';
import type { TextToken } from '../token.ts';
import { pointedPaths } from './headings.ts';
import type { Marked } from './marks.ts';

/** A position the profile found, with its fields. */
export interface Built {
  readonly chosen: Chosen;
  readonly items: readonly Item[];
  readonly score: Item | null;
  readonly add: HTMLElement | null;
  /** It has no fields at all yet. */
  readonly bare: boolean;
}

/** What stands above a position. */
export interface Above {
  readonly path: readonly string[];
  readonly stem: string | null;
}

/** Headings as pointed at; where none were, as recognition reads them. */
export function pathsOf(
  built: readonly Built[],
  marked: Marked,
  profile: SiteProfile,
  texts: Texts,
): Above[] {
  const { tokens } = marked;
  if (profile.headings.length > 0)
    return pointedPaths(
      profile.headings,
      built.map((one) => one.chosen.token),
      tokens,
    ).map((path) => ({
      path,
      stem: null,
    }));
  const context = readContext(marked.walked);
  const place = placeOf(context, built[0]?.chosen.token.element);
  const grids = complete(
    readPositionColumns(
      tokens,
      built.flatMap((one) => one.items),
      marked.columns,
      texts,
    ),
  );
  const chosen = new Map<Group, Chosen>();
  let free = 0;
  const groups = built.map((one): Group => {
    const indexes = [one.chosen.token.index, ...one.items.map((item) => item.at)];
    const first = Math.max(
      ...indexes.slice(0, 1),
      Math.min(...one.items.map((item) => item.at), indexes[0] ?? 0),
    );
    const { cell } = one.chosen.token;
    const column = (cell && grids.get(cell.grid)) ?? null;
    const own = cell && column?.at(cell.row) === cell ? cell : null;
    const leading: TextToken[] = [];
    for (let i = free; i <= first; i++) {
      const token = texts.says(i);
      if (token) leading.push(token);
    }
    const to = Math.max(...indexes) + 1;
    free = to;
    const group: Group = {
      items: one.items.length > 0 ? [...one.items] : [placeholder(one)],
      cell: own,
      column: own ? column : null,
      from: Math.min(...indexes),
      to,
      boxed: false,
      leading,
      trailing: [],
    };
    chosen.set(group, one.chosen);
    return group;
  });
  const above = complete(readPaths(groups, chosen, tokens, new Set()));
  return groups.map((group, i) => {
    const heads = above.get(group);
    const token = (built[i] as Built).chosen.token;
    const around = context.around(token.element);
    return {
      path: joinPath(around, place(token.element), heads?.path ?? [], token.text),
      stem: heads?.stem ?? null,
    };
  });
}

/** Stands for the fields of a position none of whose fields were recognised. */
function placeholder({ chosen: { token } }: Built): Item {
  return {
    role: 'note',
    at: token.index,
    end: token.index,
    element: token.element as HTMLElement,
    cell: token.cell,
    editable: false,
    number: null,
    weight: 0,
    evidence: [],
    read: () => '',
  };
}
