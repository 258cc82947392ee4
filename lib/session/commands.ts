import { breathe } from '../form/breathe.ts';
import { readMany, writeMany } from '../form/write-many.ts';
import type { Handlers } from '../messages/listen.ts';
import type { ContentMessage } from '../messages/registry.ts';
import { type Form, isFilled } from '../model/form.ts';
import { formatPages } from '../reference/pages.ts';
import type { Cards } from './cards.ts';
import type { Desk } from './desk.ts';
import type { Gathering } from './gathering.ts';
import type { Inserting } from './inserting.ts';
import { findRow } from './place.ts';
import { scoresOf } from './scores.ts';
import { isRecognised } from './state.ts';

type FormHandlers = Handlers<ContentMessage>;

/** Longest stretch of checking positions nobody looked at, in milliseconds. */
const SLICE_MS = 8;

/** What popup, side panel and workspace may ask of the form in this frame. */
export function createCommands(
  desk: Desk,
  cards: Cards,
  inserting: Inserting,
  rematch: () => Promise<void>,
  gathering: Gathering,
): FormHandlers {
  const { state, shown, overlay, writer } = desk;
  let visited: string | null = null;

  const reveal = (positionId: string): boolean => {
    if (!state.live.position(positionId)) return false;
    visited = positionId;
    state.live.reveal(positionId);
    cards.open(positionId);
    overlay.refresh();
    return true;
  };

  const next = (): string | null => {
    const found = new Set(shown.all().map((finding) => finding.positionId));
    const ids = state.live.current().positions.map((position) => position.id);
    const from = ids.indexOf(visited ?? state.focusedPosition ?? '') + 1;
    const after = [...ids.slice(from), ...ids.slice(0, from)];
    return after.find((id) => found.has(id)) ?? null;
  };

  /** The form with all that the page did, also where no frame has come since because its tab is hidden. */
  const now = (): Form => {
    state.live.refresh();
    return state.live.current();
  };

  /** The same with the rules asked about every position, in slices: what was not looked at yet has no findings yet. */
  const checked = async (): Promise<Form> => {
    const form = now();
    gathering.settle();
    let from = performance.now();
    for (const { id } of form.positions) {
      desk.engine.findings(id);
      if (performance.now() - from < SLICE_MS) continue;
      await breathe();
      from = performance.now();
    }
    return now();
  };

  /** One after the other: a workspace that was reloaded in the middle of a batch reads what came of it, not half of it. */
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => T | Promise<T>): Promise<T> => {
    const mine = last.then(work);
    last = mine.catch(() => undefined);
    return mine;
  };

  return {
    'form.state': async () => {
      const form = await checked();
      const findings = { error: 0, warning: 0, advice: 0 };
      for (const finding of shown.all()) findings[finding.severity]++;
      return {
        mode: form.mode,
        mechanism: form.mechanism,
        pack: state.pack?.title ?? null,
        total: form.positions.length,
        filled: form.positions.filter((position) => position.rows.some(isFilled)).length,
        findings,
        unrecognised: form.positions.filter((position) => !isRecognised(state, position)).length,
        markersHidden: overlay.isHidden(),
        canUndo: writer.canUndo(),
      };
    },
    'form.snapshot': async () => ({
      form: await checked(),
      findings: shown.all(),
      criteria: Object.fromEntries(state.criteria),
      packId: state.pack?.id ?? null,
      scores: scoresOf(state.live),
      owner: { site: desk.parts.owner.site, login: desk.parts.owner.login() },
      page: desk.parts.page,
      focused: cards.current() ?? state.focusedPosition,
    }),
    'form.next': async () => {
      await checked();
      const positionId = next();
      if (positionId) reveal(positionId);
      return { positionId };
    },
    'form.reveal': ({ positionId }) => ({ found: reveal(positionId) }),
    'form.markers': ({ hidden }) => {
      overlay.setHidden(hidden);
      return { hidden };
    },
    'form.links': () => ({
      mechanism: state.live.current().mechanism,
      links: state.live.current().positions.flatMap((position) =>
        position.rows
          .filter((row) => row.url.trim() !== '')
          .map((row) => ({
            url: row.url,
            comment: row.comment,
            positionId: position.id,
            positionText: position.text,
            path: position.path,
          })),
      ),
    }),
    'form.write': ({ rowId, field, value }) => state.live.write(rowId, field, value),
    'form.read': ({ fields }) => inTurn(() => ({ values: readMany(state.live, fields) })),
    'form.fill': ({ fields }) =>
      inTurn(async () => ({ results: await gathering.during(() => writeMany(state.live, fields)) })),
    'form.show': ({ headings }) => inTurn(() => ({ pressed: state.live.show(headings) })),
    'form.addRow': async ({ positionId }) => ({ rowId: await state.live.addRow(positionId) }),
    'form.rematch': async () => {
      await rematch();
      return {};
    },
    'form.undo': () => inserting.undo(),
    'form.insert': async ({ address, parts, documentId, positionId }) => {
      const position = state.live.position(positionId ?? cards.current() ?? state.focusedPosition ?? '');
      if (!position)
        return { outcome: 'no-position', positionId: null, positionText: '', path: [], results: [] };
      const place = { positionId: position.id, positionText: position.text, path: position.path };
      const rowId = await findRow(state.live, position, state.focusedRow);
      if (!rowId) return { outcome: 'no-row', ...place, results: [] };
      const { outcome, results } = await writer.insert(rowId, address, parts);
      if (outcome !== 'rejected' && documentId)
        inserting.record(position, documentId, formatPages(parts.pages), parts.explanation);
      return { outcome, ...place, results };
    },
  };
}
