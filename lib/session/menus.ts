import type { Offer } from '../messages/to-background.ts';
import { criterionAsked } from './criteria.ts';
import type { Desk } from './desk.ts';
import { offerView } from './views.ts';

/** The insert menu of the focused link field. */
export interface Menus {
  open(field: HTMLElement): void;
  search(query: string): void;
  close(): void;
  /** Row the menu is for, and the document behind a key. */
  chosen(key: string): { rowId: string; offer: Offer } | null;
}

/** Menus of one session: one at a time; an answer that comes late for another query is dropped. */
export function createMenus(desk: Desk): Menus {
  let rowId: string | null = null;
  let query = '';
  let offers: readonly Offer[] = [];
  let turn = 0;

  const draw = (loading: boolean) => {
    if (rowId === null) desk.overlay.showMenu(null);
    else desk.overlay.showMenu({ rowId, query, loading, offers: offers.map(offerView) });
  };
  const ask = async () => {
    const mine = ++turn;
    const position = rowId && desk.state.live.position(rowId.slice(0, rowId.lastIndexOf('#')));
    if (!position) return;
    draw(true);
    const reply = await desk.parts.background('library.suggest', {
      position: { id: position.id, text: position.text, path: position.path },
      query: query.slice(0, 500),
      recent: true,
      ...criterionAsked(desk.state, position.id),
    });
    if (mine !== turn || rowId === null) return;
    offers = reply.offers;
    draw(false);
  };
  const failed = (error: unknown) => {
    close();
    desk.failed(error);
  };
  const close = () => {
    rowId = null;
    turn++;
    draw(false);
  };

  return {
    open(field) {
      const at = desk.state.live.locate(field);
      if (at?.role !== 'url') return;
      rowId = at.rowId;
      query = '';
      offers = [];
      ask().catch(failed);
    },
    search(next) {
      query = next;
      ask().catch(failed);
    },
    close,
    chosen(key) {
      const offer = offers.find((one) => one.documentId === key);
      return rowId !== null && offer ? { rowId, offer } : null;
    },
  };
}
