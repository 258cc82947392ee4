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
import { createShown, marksOf } from './findings.ts';
import { createFixing } from './fixing.ts';
import { createGathering } from './gathering.ts';
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

const NONE: ReadonlySet<string> = new Set();

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
    const review = list.length > 0 && live.current().mode === 'review';
    for (const id of list) {
      const position = live.position(id);
      if (!position) continue;
      overlay.setFieldMarks(id, marksOf(position, shown, state, parts.describe));
      if (review) overlay.setPageLinks(id, pageLinksOf(position, state));
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

  const desk: Desk = {
    parts,
    state,
    engine,
    hold,
    shown,
    writer,
    overlay,
    refresh,
    rematch: () => match(),
    failed,
  };
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
      loadDocuments(state, parts.background, asked, positions).then(reconsiderMany).catch(failed);
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
  /** The same for many: their rules run when they are looked at. */
  const reconsiderMany = (ids: readonly string[]): void => {
    if (ids.length > 0) refresh(engine.take(ids.flatMap((id) => live.position(id) ?? [])));
  };
  const match = () =>
    loadCriteria(state, parts.background)
      .then((stale) => {
        cards.forget();
        refresh(engine.reset(live.current(), stale));
      })
      .catch(failed);

  const gathering = createGathering(
    ({ values, changed }) => {
      if (end.signal.aborted) return;
      const ids = [...new Set([...changed, ...values])];
      if (changed.length > 0) setMarkers();
      reconsiderMany(ids);
      lookUp(ids);
    },
    parts.setTimer,
    () => performance.now(),
  );

  onChange = (change) => {
    // Drafts have a time of their own: what is written by a filling is kept as soon as what is typed.
    drafting.changed(change.values);
    const { added, removed, changed, values } = gathering.take(change);
    if (added.length > 0 || removed.length > 0) {
      const touched = engine.reset(live.current(), NONE);
      setMarkers();
      refresh(touched);
      if (added.length > 0) {
        match();
        drafting.offer();
        lookUp(added);
      }
    } else if (changed.length > 0) setMarkers();
    if (changed.length > 0 || values.length > 0) {
      const ids = [...new Set([...changed, ...values])];
      reconsider(ids);
      lookUp(ids);
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

  return createCommands(desk, cards, inserting, match, gathering);
}
