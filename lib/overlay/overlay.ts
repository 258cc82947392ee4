import { h, render } from 'preact';
import { OverlayRoot } from '../../components/overlay/root.tsx';
import { createStore, type OverlayUi } from '../../components/overlay/store.ts';
import { type Box, boxAt, overlap } from './boxes.ts';
import { holdCard } from './card-hold.ts';
import { insertSpot, placeFieldMarks } from './field-layout.ts';
import { createFrame, followPage } from './frame.ts';
import { isHonest } from './honest.ts';
import { mountHost } from './host.ts';
import { createMarkBook } from './mark-book.ts';
import { createMarkerLayout } from './marker-layout.ts';
import { listenToPage } from './page-events.ts';
import { placePageLinks } from './page-links.ts';
import { type CardPlace, growCard, placeCard, placeMenu } from './panel-places.ts';
import { darkByHost, followBackground } from './theme.ts';
import { toastGoesUp } from './toast-place.ts';
import type { Overlay, OverlayActions, PageLinkView } from './types.ts';
import { createVisible } from './visible.ts';

export interface OverlayOptions {
  readonly document: Document;
  readonly css: string;
  readonly actions: OverlayActions;
  readonly signal: AbortSignal;
  /** A newer instance of the extension took the page over. */
  readonly onReplaced: () => void;
}

/**
 * Mounts the overlay and returns the handle by which the session fills it. Knows where things go and what a person's
 * own event is; knows no rule, no library, no storage. All of it goes when the signal fires.
 */
export function createOverlay({ document: doc, css, actions, signal, onReplaced }: OverlayOptions): Overlay {
  const view = doc.defaultView as Window;
  const store = createStore();
  const host = mountHost(doc, darkByHost(css), signal, onReplaced);
  const fieldMarks = createMarkBook();
  const pageLinks = new Map<string, readonly PageLinkView[]>();
  /** Markers that may say something else since the last frame: asked once, however often that was said. */
  const stale = new Set<string>();
  let field: HTMLElement | null = null;
  let menuField: HTMLElement | null = null;
  let cardFrom: HTMLElement | null = null;
  /** Where the open card stands. */
  let placeOfCard: CardPlace | null = null;

  let idle = 0;
  /** Markers are drawn at once; what of the page lies over them is asked when there is time. */
  const lookLater = () => {
    view.cancelIdleCallback(idle);
    idle = view.requestIdleCallback(() => markers.look() && frame.ask('moved'), { timeout: 300 });
  };
  signal.addEventListener('abort', () => view.cancelIdleCallback(idle));
  const frame = createFrame(
    view,
    (reason) => {
      if (!host.element.isConnected) host.settle();
      if (reason === 'changed' || reason === 'opened') {
        const [shown = ''] = visible.keys();
        followBackground(host.element, markers.anchor(shown));
      }
      if (!store.hidden.peek()) {
        const moves = markers.update(stale);
        stale.clear();
        if (reason === 'views') markers.replace(moves);
        else {
          const moved = markers.pass(reason === 'changed' || reason === 'opened');
          if (moved || reason === 'opened') lookLater();
        }
        const marks = fieldMarks.inWindow(view.innerHeight, nearby());
        placeFieldMarks(store, host, marks, field, reason === 'views');
      }
      if (pageLinks.size > 0 && !store.hidden.peek())
        placePageLinks(
          store,
          host,
          [...visible.keys()].flatMap((id) => pageLinks.get(id) ?? []),
        );
      const spot = field && actions.insertable(field) ? insertSpot(field, host) : null;
      if (spot || store.insertButton.peek()) store.insertButton.value = spot;
    },
    signal,
  );
  /** Positions that can have a field in the window, the one that has the focus among them. */
  const nearby = (): Iterable<string> => {
    const ids = new Set(markers.around());
    const here = field && actions.positionOf(field);
    return here ? ids.add(here) : ids;
  };
  const visible = createVisible(() => frame.ask('moved'), signal);
  const focusedMarker = () => host.root.activeElement?.getAttribute('data-id') ?? null;
  const markers = createMarkerLayout(store, host, visible, focusedMarker);
  followPage(doc, host.element, frame, signal);

  const focusMarker = (id: string) => {
    const button = host.root.querySelector<HTMLElement>(`.marker[data-id="${CSS.escape(id)}"]`);
    button?.focus({ preventScroll: true });
    return button !== null;
  };
  const size = () => ({ width: doc.documentElement.clientWidth, height: view.innerHeight });
  const isInWindow = (box: Box) => box.right <= size().width && box.bottom <= size().height;

  const ui: OverlayUi = {
    actions,
    trusted: (event) => event.isTrusted,
    honest: (event) => isHonest(event, host),
    openCard(id, from) {
      cardFrom = from ?? cardFrom;
      actions.openCard(id);
    },
    closeCard() {
      const card = store.card.peek();
      actions.closeCard();
      if (cardFrom?.isConnected) cardFrom.focus({ preventScroll: true });
      else if (card) focusMarker(card.positionId);
      cardFrom = null;
    },
    closeMenu() {
      actions.closeMenu();
      menuField?.focus({ preventScroll: true });
    },
    step(id, by) {
      const next = markers.neighbour(id, by);
      if (!next) return;
      markers.anchor(next)?.scrollIntoView({ block: 'nearest' });
      // The marker is drawn once the observer has seen its position: at most a few frames later.
      const wait = (tries: number) =>
        view.requestAnimationFrame(() => {
          if (!focusMarker(next) && tries > 0) wait(tries - 1);
        });
      wait(10);
    },
    cardSpot(width, height) {
      const card = store.card.peek();
      const focused = field?.getBoundingClientRect() ?? null;
      const grown = placeOfCard && growCard(placeOfCard, { width, height });
      // Where it opened it stays: what is found later makes it longer, and scrolls in it where its free space ends.
      const shown =
        grown && boxAt(grown.left, grown.top, { width, height: Math.min(height, grown.maxHeight) });
      if (shown && isInWindow(grown.space) && !(focused && overlap(shown, focused) > 0)) placeOfCard = grown;
      else
        placeOfCard = placeCard(
          (card && markers.anchor(card.positionId)?.getBoundingClientRect()) ?? null,
          { width, height },
          size(),
          withRows(card?.fields() ?? []).map((one) => one.getBoundingClientRect()),
          focused,
        );
      return placeOfCard;
    },
    menuSpot(width, height) {
      const box = menuField?.getBoundingClientRect() ?? { left: 0, top: 0, right: 0, bottom: 0 };
      return placeMenu(box, { width, height }, size());
    },
    toastGoesUp: () => toastGoesUp(doc, host.element, [field, host.root.querySelector('.card')]),
    openMenuAtField() {
      if (field) openMenu(field);
    },
  };

  const openMenu = (at: HTMLElement) => {
    menuField = at;
    actions.openMenu(at);
  };
  listenToPage(
    doc,
    host.element,
    actions,
    {
      openMenu,
      openCard: (from) => {
        const id = actions.positionOf(from);
        if (id) ui.openCard(id, from);
      },
      escape: () => {
        const open = store.card.peek() !== null;
        if (open) ui.closeCard();
        return open;
      },
      fieldFocused(next) {
        field = next;
        actions.fieldFocused(next);
        frame.ask('moved');
      },
    },
    signal,
  );

  const showCard = holdCard(
    (card) => {
      if (card?.positionId !== store.card.peek()?.positionId) placeOfCard = null;
      store.card.value = card;
    },
    (run, ms) => {
      const timer = view.setTimeout(run, ms);
      return () => view.clearTimeout(timer);
    },
  );
  signal.addEventListener('abort', () => showCard(null));

  render(h(OverlayRoot, { store, ui }), host.root);
  signal.addEventListener('abort', () => render(null, host.root));

  return {
    setMarkers(positions) {
      const known = new Set(positions.map((position) => position.id));
      fieldMarks.keepOnly(known);
      for (const id of pageLinks.keys()) if (!known.has(id)) pageLinks.delete(id);
      markers.setPositions(positions);
      frame.ask('changed');
    },
    updateMarkers(ids) {
      for (const id of ids) stale.add(id);
      frame.ask('views');
    },
    setFieldMarks(id, marks) {
      if (fieldMarks.set(id, marks)) frame.ask('views');
    },
    setPageLinks(id, links) {
      if (links.length > 0) pageLinks.set(id, links);
      else if (!pageLinks.delete(id)) return;
      frame.ask('moved');
    },
    showCard,
    showMenu(menu) {
      store.menu.value = menu;
    },
    toast(toast) {
      store.toast.value = toast;
    },
    setHidden(hidden) {
      store.hidden.value = hidden;
      frame.ask('changed');
    },
    isHidden: () => store.hidden.peek(),
    refresh: () => frame.ask('changed'),
  };
}

/** The fields, and in a table what else is filled in their rows: an expert's points and notes. */
function withRows(fields: readonly HTMLElement[]): Element[] {
  const all = new Set<Element>(fields);
  for (const row of new Set(fields.map((field) => field.closest('tr'))))
    for (const one of row?.querySelectorAll('input:not([type=hidden]),textarea,select') ?? []) all.add(one);
  return [...all];
}
