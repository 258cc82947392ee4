import { collapse } from '../reference/text.ts';
import { headingRank, rankOf } from './headings.ts';
import { trailsFor } from './trails.ts';
import type { Walked } from './walk.ts';

/** Labels that stand apart from what they name: tabs, anchors of a list of contents, regions, breadcrumbs. */
export interface Context {
  /** Names of the panels and regions around an element, outermost first. */
  around(element: Element): readonly string[];
  /** The page's breadcrumbs. */
  readonly trails: readonly Element[];
  /** Entries of a menu that are marked as the present ones, the outer first. */
  readonly current: readonly string[];
}

const NAMED = /^(?:section|article|fieldset|form|table|div|ul|ol|li|tbody)$/;
const NAMED_ROLE = /^(?:tabpanel|region|group|treeitem|rowgroup)$/;

function canBeNamed(element: Element): boolean {
  return NAMED.test(element.localName) || NAMED_ROLE.test(element.getAttribute('role') ?? '');
}

/** Prepares look-ups; names are asked once of every box. */
export function readContext(walked: Walked): Context {
  const byId = new Map<string, string>();
  const selected: { element: Element; text: string }[] = [];
  for (const tab of walked.tabs) {
    const text = labelText(tab);
    const target =
      tab.getAttribute('aria-controls') ??
      tab.getAttribute('data-target')?.slice(1) ??
      tab.getAttribute('data-bs-target')?.slice(1) ??
      tab.getAttribute('href')?.replace(/^#/, '') ??
      '';
    if (target && !byId.has(target)) byId.set(target, text);
    if (tab.getAttribute('aria-selected') === 'true') selected.push({ element: tab, text });
  }
  const nameOf = (element: Element): string => {
    let name = ownName(element, byId);
    if (name === '' && selected.length > 0 && element.getAttribute('role') === 'tabpanel')
      name = byPlace(element, selected);
    return name !== '' && canBeNamed(element) ? name : '';
  };
  const lines = new Map<Element, readonly string[]>();
  /** Names from the root down to an element; neighbours share their parents'. */
  const above = (element: Element): readonly string[] => {
    const way: Element[] = [];
    let at: Element | null = element;
    let names: readonly string[] | undefined;
    while (at && way.length < 400) {
      names = lines.get(at);
      if (names) break;
      way.push(at);
      const up: Element | null = at.parentElement;
      at = up ?? (at.getRootNode() as Partial<ShadowRoot>).host ?? null;
    }
    let line = names ?? [];
    for (const step of way.reverse()) {
      const name = nameOf(step);
      if (name) line = [...line, name];
      lines.set(step, line);
    }
    return line;
  };
  const free = selected.filter(({ element }) => !element.getAttribute('aria-controls'));
  return {
    trails: walked.breadcrumbs,
    current: walked.menus.flatMap(currentIn),
    around(element) {
      if (free.length === 0) return above(element);
      const out = [...above(element)];
      // Tabs drawn by a framework that renders only the open one, with nothing that ties tab and panel.
      for (const { element: tab, text } of free)
        if (!out.includes(text) && tab.compareDocumentPosition(element) & 4) out.push(text);
      return out;
    },
  };
}

/** A label without counts and signs that stand in elements of their own. */
export function labelText(element: Element): string {
  let out = '';
  for (let node = element.firstChild; node; node = node.nextSibling) {
    if (node.nodeType === 3) out += (node as Text).data;
    else if (node.nodeType === 1) {
      const inner = labelText(node as Element);
      const extra = /^[([]?\s*\d+(?:\s*(?:\/|из)\s*\d+)?\s*[)\]]?$|^[^\p{L}\p{N}]*$/u.test(inner);
      out += out.trim() !== '' && extra ? ' ' : inner;
    }
  }
  return collapse(out).slice(0, 300);
}

function ownName(element: Element, byId: ReadonlyMap<string, string>): string {
  const by = element.getAttribute('aria-labelledby');
  if (by) {
    const scope = element.getRootNode() as Document;
    return collapse(
      by
        .split(/\s+/)
        .slice(0, 8)
        .map((id) =>
          id && scope.getElementById ? (scope.getElementById(id)?.textContent ?? '').slice(0, 300) : '',
        )
        .join(' '),
    );
  }
  return (byId.size > 0 && element.id && byId.get(element.id)) || '';
}

/** A panel that nothing ties to a tab: the tab at the same place among as many tabs as there are panels. */
function byPlace(panel: Element, selected: readonly { element: Element; text: string }[]): string {
  const panels = Array.from(panel.parentElement?.children ?? []).filter(
    (c) => c.getAttribute('role') === 'tabpanel',
  );
  for (const { element } of selected) {
    const list = element.closest('[role="tablist"]');
    const tabs = list ? Array.from(list.querySelectorAll('[role="tab"]')) : [];
    if (tabs.length === panels.length && panels.length > 1)
      return collapse(tabs[panels.indexOf(panel)]?.textContent ?? '').slice(0, 300);
  }
  return '';
}

function crumbsOf(element: Element): string[] {
  const items = Array.from(element.querySelectorAll('li'));
  const parts =
    items.length > 1
      ? items.map((item) => item.textContent ?? '')
      : (element.textContent ?? '').split(/[›»>→/\\|·]\s|\s[›»>→]\s*/);
  const leaves =
    parts.length > 1 ? parts : Array.from(element.children).map((child) => child.textContent ?? '');
  return leaves
    .map((text) => collapse(text).replace(/^[\s›»>→/|·]+|[\s›»>→/|·]+$/g, ''))
    .filter((text) => text !== '');
}

const MARKED = /(?:^|[\s_-])(?:active|current|selected|открыт\S*|текущ\S*)(?:$|[\s_])/i;

/** Whether an entry of a list, or its box, is marked as the present one. */
export function isCurrent(link: Element): boolean {
  const said = link.getAttribute('aria-current') ?? link.getAttribute('aria-selected');
  if (said !== null) return said !== 'false';
  return MARKED.test(link.getAttribute('class') ?? '') || MARKED.test(link.parentElement?.className ?? '');
}

/** The present entry of a menu with those it is nested in: each stands in the list entry of the one before. */
function currentIn(menu: Element): string[] {
  if (menu.getAttribute('role') === 'tree') return currentInTree(menu);
  const out: string[] = [];
  let outer: Element = menu;
  for (const link of menu.querySelectorAll('a,button')) {
    if (!outer.contains(link) || !isCurrent(link)) continue;
    const text = labelText(link);
    if (text === '') continue;
    out.push(text);
    outer = link.closest('li') ?? link.parentElement ?? menu;
  }
  return out;
}

/**
 * Where the page says that an element is: by its breadcrumbs, else by the present entry of a menu of directions. `first` is
 * the text of the page's first position: breadcrumbs behind it are those of a card.
 */
export function placeOf(
  { trails, current }: Context,
  first: Element | undefined,
): (element: Element) => readonly string[] {
  const steps = new Map<Element, readonly string[]>();
  for (const trail of trails) steps.set(trail, crumbsOf(trail));
  const from = current.findIndex((text) => headingRank(text) === 1);
  const fromMenu = from < 0 ? [] : current.slice(from);
  const trailsOf = trailsFor(trails, first);
  let last: { trails: readonly Element[]; path: readonly string[] } | null = null;
  return (element) => {
    const own = trailsOf(element);
    if (last?.trails !== own) {
      const path = crumbPath(own.flatMap((trail) => steps.get(trail) ?? []));
      last = { trails: own, path: path.length > 0 ? path : fromMenu };
    }
    return last.path;
  };
}

/** Breadcrumbs from the first direction on; without one, those that are a level of the domain. */
function crumbPath(crumbs: readonly string[]): readonly string[] {
  const from = crumbs.findIndex((text) => {
    const rank = headingRank(text);
    return rank === 0 || rank === 1;
  });
  return from >= 0 ? crumbs.slice(from) : crumbs.filter((text) => rankOf(text) !== null);
}

/** The chosen entry of a tree below those it is nested in, by the tree of the page or by their level. */
function currentInTree(tree: Element): string[] {
  const items = Array.from(tree.querySelectorAll('[role="treeitem"]'));
  const at = items.findLastIndex(isCurrent);
  const chosen = items[at];
  if (!chosen) return [];
  const levelOf = (item: Element): number => Number(item.getAttribute('aria-level')) || 0;
  const out = [nodeText(chosen)];
  let level = levelOf(chosen);
  for (let i = at - 1; i >= 0; i--) {
    const item = items[i] as Element;
    if (!item.contains(chosen) && levelOf(item) >= level) continue;
    level = levelOf(item);
    out.unshift(nodeText(item));
  }
  return out.filter((text) => text !== '');
}

/** What an entry of a tree says itself, without those below it. */
function nodeText(item: Element): string {
  let out = '';
  for (let node = item.firstChild; node; node = node.nextSibling) {
    const inner = node.nodeType === 1 ? (node as Element) : null;
    if (inner && (inner.localName === 'ul' || /^(?:group|treeitem)$/.test(inner.getAttribute('role') ?? '')))
      continue;
    out += inner ? labelText(inner) : node.nodeType === 3 ? (node as Text).data : '';
  }
  return collapse(out).slice(0, 300);
}
