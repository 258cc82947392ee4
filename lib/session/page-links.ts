import { t } from '../i18n.ts';
import { isFilled, type Position, type Row } from '../model/form.ts';
import type { PageLink, PageLinkView } from '../overlay/types.ts';
import { safeHref } from '../reference/address.ts';
import { parsePages } from '../reference/pages.ts';
import type { SessionState } from './state.ts';
import { opensAtPage, withPage } from './views.ts';

/** A page or a range as it stands in a mention: «3–5», «12». */
const NUMBERS = /(\d{1,4})(?:\s{0,2}[-–—−‑]{1,2}\s{0,2}\d{1,4})?/g;
/** More links than these in one comment are no help. */
const MOST = 100;

/** Where a comment names pages, and what opens the document there. */
export function pageLinksIn(comment: string, href: string): PageLink[] {
  const links: PageLink[] = [];
  for (const [start, end] of parsePages(comment).spans)
    for (const found of comment.slice(start, end).matchAll(NUMBERS)) {
      const from = start + found.index;
      const label = t('overlay.page_open', { pages: found[0] });
      if (links.length < MOST)
        links.push({ from, to: from + found[0].length, href: withPage(href, Number(found[1])), label });
    }
  return links;
}

/** Review: the comments of a position whose page numbers open the document at that page. Only http(s). */
export function pageLinksOf(position: Position, state: SessionState): PageLinkView[] {
  const view = (row: Row): PageLinkView[] => {
    const href = safeHref(row.url);
    if (!isFilled(row) || href === null || !opensAtPage(href) || parsePages(row.comment).pages.length === 0)
      return [];
    return [
      {
        key: row.id,
        holder: () => state.live.field(row.id, 'comment'),
        find: (text) => pageLinksIn(text, href),
      },
    ];
  };
  return position.rows.flatMap(view);
}
