import { t } from '../i18n.ts';
import type { OverlayActions } from '../overlay/types.ts';
import type { Cards } from './cards.ts';
import { criterionAsked, LONGEST_TEXT } from './criteria.ts';
import type { Desk } from './desk.ts';
import type { Fixing } from './fixing.ts';
import type { Inserting } from './inserting.ts';
import type { Menus } from './menus.ts';
import { positionOfScore } from './scores.ts';

interface Tools {
  readonly cards: Cards;
  readonly menus: Menus;
  readonly inserting: Inserting;
  readonly fixing: Fixing;
  /** The person typed into a row of the form. */
  onTyped(positionId: string, rowId: string, pasted: boolean): void;
  onLeft(): void;
  onFocused(): void;
}

/** Keeps the form's wording with the criterion it was matched with, then matches again. */
async function confirmCriterion(desk: Desk, positionId: string): Promise<void> {
  const { state, parts } = desk;
  const position = state.live.position(positionId);
  const { criterion } = criterionAsked(state, positionId);
  if (!position || !criterion) return;
  await parts.background('criteria.confirm', { ...criterion, text: position.text.slice(0, LONGEST_TEXT) });
  await desk.rematch();
  desk.overlay.toast({ text: t('overlay.confirmed'), action: null, tone: 'plain' });
}

/** What the overlay reports, turned into what the session does. */
export function createActions(desk: () => Desk, tools: () => Tools): OverlayActions {
  const run = (work: Promise<unknown>) => void work.catch((error: unknown) => desk().failed(error));
  const locate = (field: HTMLElement) => desk().state.live.locate(field);
  const fill = () => desk().state.live.current().mode === 'fill';

  return {
    openCard(id) {
      tools().cards.open(id);
      tools().onFocused();
    },
    closeCard: () => tools().cards.close(),
    applyFix: (id, key, fix, answer) => run(tools().fixing.apply(id, key, fix, answer)),
    dismiss: (id, key, reason) => run(tools().fixing.dismiss(id, key, reason)),
    confirmCriterion: (id) => run(confirmCriterion(desk(), id)),
    insertFromCard(id, key) {
      const offer = tools().cards.offer(key);
      if (offer) run(tools().inserting.intoPosition(id, offer));
    },
    openMenu: (field) => tools().menus.open(field),
    searchMenu: (query) => tools().menus.search(query),
    insertFromMenu(key) {
      const { menus, inserting } = tools();
      const chosen = menus.chosen(key);
      menus.close();
      if (!chosen) return;
      desk().state.live.field(chosen.rowId, 'url')?.focus({ preventScroll: true });
      run(inserting.intoRow(chosen.rowId, chosen.offer));
    },
    closeMenu: () => tools().menus.close(),
    openLibrary() {
      tools().menus.close();
      run(desk().parts.background('app.open', { page: 'library' }));
    },
    toastAction(id) {
      const { inserting, fixing } = tools();
      if (id === 'show') {
        desk().overlay.setHidden(false);
        desk().overlay.toast(null);
      } else if (id === 'drafts') {
        desk().overlay.toast(null);
        run(desk().parts.background('app.open', { page: 'drafts' }));
      } else run(id === 'undo' ? inserting.undo() : id === 'restore' ? fixing.restore() : inserting.again());
    },
    closeToast: () => desk().overlay.toast(null),
    hideMarkers() {
      desk().overlay.setHidden(true);
      desk().overlay.toast({
        text: t('overlay.hidden'),
        action: { label: t('overlay.show'), id: 'show' },
        tone: 'plain',
      });
    },
    fieldFocused(field) {
      const at = field && locate(field);
      const { state } = desk();
      if (!at) {
        tools().onLeft();
        const scored = field && positionOfScore(state.live, field);
        if (!scored) return;
        state.focusedPosition = scored;
        tools().onFocused();
        return;
      }
      if (state.focusedRow !== at.rowId) tools().onLeft();
      state.focusedRow = at.rowId;
      state.focusedPosition = at.positionId;
      tools().onFocused();
    },
    typed(field, how) {
      const at = locate(field);
      if (at) tools().onTyped(at.positionId, at.rowId, how === 'pasted');
      else if (positionOfScore(desk().state.live, field))
        desk().parts.follow({ focused: desk().state.focusedPosition, changed: true });
    },
    undoKey(field) {
      const at = locate(field);
      if (!at || !desk().writer.isFresh(at.rowId)) return false;
      run(tools().inserting.undo());
      return true;
    },
    insertable(field) {
      const at = locate(field);
      if (at?.role !== 'url' || !fill()) return false;
      const position = desk().state.live.position(at.positionId);
      return position?.rows.find((row) => row.id === at.rowId)?.url.trim() === '';
    },
    positionOf: (field) => locate(field)?.positionId ?? null,
  };
}
