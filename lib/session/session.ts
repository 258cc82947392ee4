import { breathe } from '../form/breathe.ts';
import type { FormChange } from '../form/types.ts';
import { t } from '../i18n.ts';
import { MessageError } from '../messages/envelope.ts';
import type { Handlers } from '../messages/listen.ts';
import type { ContentMessage } from '../messages/registry.ts';
import { createActions } from './actions.ts';
import { createCards } from './cards.ts';
import { createCommands } from './commands.ts';
import { loadCriteria, loadDocuments } from './criteria.ts';
import type { Desk } from './desk.ts';
import { createDrafting } from './drafting.ts';
import { createShown, fieldMarks } from './findings.ts';
import { createFixing } from './fixing.ts';
import { createHold } from './hold.ts';
import { createWriter } from './insert.ts';
import { createInserting } from './inserting.ts';
import { createMenus } from './menus.ts';
import { pageLinksOf } from './page-links.ts';
import { createState, dismissalKey, isRecognised, ruleContext } from './state.ts';
import type { SessionParts } from './types.ts';
import { markerView } from './views.ts';

/** How long the page must be quiet before its new addresses are looked up in the library, in milliseconds. */
const LOOK_UP_MS = 300;

/** Positions drawn anew at a stretch where many have changed, and the longest stretch of checking them, in milliseconds. */
const FEW = 8;
const SLICE_MS = 8;

/** Joins form, criteria, rules, library and overlay on one page; null when the page is not the form. */
export function startSession(parts: SessionParts, signal: AbortSignal): Handlers<ContentMessage> | null {
  const end = new AbortController();
  signal.addEventListener('abort', () => end.abort());
  let onChange = (_change: FormChange): void => {};
  const live = parts.openForm({ signal: end.signal, onChange: (change) => onChange(change) });
  if (!live) return null;

  const state = createState(live);
  const engine = parts.createEngine(ruleContext(state));
  const hold = createHold(parts.setTimer, (rowId) => refresh([rowId.slice(0, rowId.lastIndexOf('#'))]));
  const shown = createShown(engine, state, hold);
  const overlay = parts.createOverlay(
    createActions(
      () => desk,
      () => tools,
    ),
    signal,
  );
  const writer = createWriter(() => state.live);

  let gone = false;
  /** Known while the browser still gives texts. */
  const farewell = t('overlay.gone');
  t('overlay.close');
  const refresh = (ids: Iterable<string>): void => {
    // A change on the page is the first thing an abandoned script hears of: it draws nothing more.
    if (!parts.isAlive()) leave();
    if (gone) return;
    const list = [...ids];
    overlay.updateMarkers(list);
    for (const id of list) {
      const position = live.position(id);
      if (!position) continue;
      overlay.setFieldMarks(id, fieldMarks(position, shown.of(id), state, parts.describe));
      if (live.current().mode === 'review') overlay.setPageLinks(id, pageLinksOf(position, state));
    }
    cards.refresh();
    tell(true);
  };
  const tell = (changed: boolean) =>
    parts.follow({ focused: cards.current() ?? state.focusedPosition, changed });
  const everything = () => refresh(live.current().positions.map((position) => position.id));

  const leave = () => {
    if (gone) return;
    gone = true;
    end.abort();
    cards.close();
    menus.close();
    overlay.setHidden(true);
    overlay.toast({ text: farewell, action: null, tone: 'wrong' });
  };
  const failed = (error: unknown): void => {
    if (signal.aborted) return;
    if (error instanceof MessageError && error.refusal.kind === 'gone') {
      leave();
      return;
    }
    // Only what a store said is a sentence for people; the rest is for the console.
    const said = error instanceof MessageError && error.refusal.kind === 'failed';
    if (!said) console.warn(error);
    overlay.toast({ text: said ? error.refusal.reason : t('overlay.failed'), action: null, tone: 'wrong' });
  };

  const desk: Desk = { parts, state, engine, hold, shown, writer, overlay, refresh, failed };
  const cards = createCards(desk);
  const menus = createMenus(desk);
  const inserting = createInserting(desk);
  const fixing = createFixing(desk);
  const drafting = createDrafting(desk, end.signal);
  const tools = {
    cards,
    menus,
    inserting,
    fixing,
    onTyped(positionId: string, rowId: string, pasted: boolean) {
      if (!parts.isAlive()) return leave();
      hold.typed(rowId, pasted);
      writer.typed(rowId);
      if (pasted) refresh([positionId]);
    },
    onLeft: () => hold.left(),
    onFocused: () => tell(false),
  };

  const setMarkers = () =>
    overlay.setMarkers(
      live.current().positions.map(({ id }) => ({
        id,
        anchor: () => live.anchor(id),
        view() {
          const position = live.position(id);
          const empty = { name: '', points: null, state: 'empty' as const, count: 0, tip: '' };
          if (!position) return empty;
          const facts = state.criteria.get(id) ?? null;
          return markerView(position, facts, shown.of(id), parts.describe, isRecognised(state, position));
        },
      })),
    );

  const asked = new Set<string>();
  let cancelLookUp = () => {};
  const awaited = new Set<string>();
  const lookUp = (ids: readonly string[]) => {
    for (const id of ids) awaited.add(id);
    cancelLookUp();
    cancelLookUp = parts.setTimer(() => {
      const positions = [...awaited].flatMap((id) => live.position(id) ?? []);
      awaited.clear();
      loadDocuments(state, parts.background, asked, positions)
        .then((changed) => unhurried(changed))
        .catch(failed);
    }, LOOK_UP_MS);
  };
  /** Checks these positions again and draws what changed. */
  const reconsider = (ids: readonly string[]) => {
    const touched = new Set(ids);
    for (const id of ids) {
      const position = live.position(id);
      if (position) for (const changed of engine.update(position)) touched.add(changed);
    }
    refresh(touched);
  };
  /** The same for many: in slices that leave the page responsive. */
  const unhurried = async (ids: readonly string[]): Promise<void> => {
    const touched = new Set<string>();
    let from = performance.now();
    for (const id of ids) {
      const position = live.position(id);
      if (position) for (const changed of engine.update(position)) touched.add(changed);
      touched.add(id);
      if (performance.now() - from < SLICE_MS) continue;
      await breathe();
      from = performance.now();
    }
    const all = [...touched];
    for (let at = 0; at < all.length && !end.signal.aborted; at += FEW) {
      refresh(all.slice(at, at + FEW));
      await breathe();
    }
  };
  const match = () =>
    loadCriteria(state, parts.background)
      .then(() => {
        engine.setContext(ruleContext(state));
        everything();
      })
      .catch(failed);

  /** Positions a filling has written to; looked at together, so that rules and markers do not run for every field. */
  let gathered: Set<string> | null = null;
  const together = async <T>(work: () => Promise<T>): Promise<T> => {
    gathered = new Set();
    try {
      return await work();
    } finally {
      const values = [...gathered];
      gathered = null;
      await unhurried(values);
      lookUp(values);
      drafting.changed(values);
    }
  };

  onChange = ({ added, removed, changed, values }) => {
    if (gathered && added.length + removed.length + changed.length === 0) {
      for (const id of values) gathered.add(id);
      return;
    }
    if (added.length > 0 || removed.length > 0) {
      engine.reset(live.current());
      setMarkers();
      everything();
      if (added.length > 0) match();
      if (added.length > 0) drafting.offer();
    } else if (changed.length > 0) setMarkers();
    if (changed.length > 0 || values.length > 0) {
      const ids = [...new Set([...changed, ...values])];
      reconsider(ids);
      lookUp(ids);
      drafting.changed(values);
    }
  };

  engine.reset(live.current());
  setMarkers();
  everything();
  drafting.offer();
  match();
  lookUp(live.current().positions.map((position) => position.id));
  parts
    .background('findings.dismissals', {})
    .then(({ dismissals }) => {
      for (const one of dismissals)
        state.dismissed.set(dismissalKey(one.rule, one.positionId, one.rowIndex), one.subject);
      if (dismissals.length > 0) everything();
    })
    .catch(failed);
  end.signal.addEventListener('abort', () => cancelLookUp());

  return createCommands(desk, cards, inserting, match, together);
}
