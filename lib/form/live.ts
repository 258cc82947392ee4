import type { FieldRole } from '../model/finding.ts';
import { type Form, type Position, RECOGNISED_FROM, type Row } from '../model/form.ts';
import { addRow } from './add-row.ts';
import { type Grown, readAdded } from './added.ts';
import { diff, kindOfChange } from './diff.ts';
import { fieldValue } from './field-value.ts';
import { freshen, freshened } from './freshen.ts';
import { partsOf, readNarrow } from './narrow.ts';
import type { Opened } from './open.ts';
import { Ordered } from './ordered.ts';
import type { Found, Reading } from './read.ts';
import { showPart } from './show-part.ts';
import { Spots } from './spots.ts';
import { complete, inSlices, type Run, type Steps } from './steps.ts';
import { concerns, touches } from './touches.ts';
import type { FieldElement, FormChange, LiveForm, LiveOptions, WriteResult } from './types.ts';
import { holdsSeveral } from './unit.ts';
import { type Watched, watch } from './watch.ts';
import { writeField } from './write.ts';

/** A page that changes each time it is read in slices is read at once after so many attempts. */
const ATTEMPTS = 3;

/** So many changes made while the page is read are kept; more say no more. */
const MOST_RECORDS = 5000;

/**
 * State of a living form: positions in page order and the way from elements to them. Takes over a page that was read,
 * with what it did since, and follows it; whenever it has to be read again, it is read in slices.
 */
export function createLiveForm(
  { document, reader, first, meanwhile: before, since }: Opened,
  { signal, onChange }: LiveOptions,
): LiveForm {
  let mode: Form['mode'] = 'fill';
  let mechanism: Form['mechanism'] = null;
  const positions = new Ordered();
  let found = new Map<string, Found>();
  const spots = new Spots();
  let form: Form | null = null;
  /** Parts of all positions, gathered when a change has to be placed. */
  let parts: Map<Element, Found> | null = null;

  const all = (): readonly Found[] => positions.all().map(({ id }) => found.get(id) as Found);

  const take = (reading: Reading, kept: readonly Position[], changed: boolean): void => {
    mode = reading.form.mode;
    mechanism = reading.form.mechanism;
    positions.reset(kept);
    found = new Map(reading.found.map((f) => [f.position.id, f]));
    spots.clear();
    parts = null;
    for (const one of reading.found) spots.place(one);
    for (const root of reading.walked.roots) observe(root);
    if (changed || reading.form.mode !== form?.mode) form = null;
  };

  /** The reading under way, and what the page did meanwhile. */
  let run: Run | null = null;
  let meanwhile: MutationRecord[] = [];

  /** What came alone where that is enough, else the whole page. */
  function* reading(records: readonly MutationRecord[]): Steps<Reading | Grown> {
    const near =
      mode === 'fill' && records.length > 0 ? yield* readAdded(document, records, all(), reader) : null;
    return near ?? (yield* reader.page(document));
  }

  const read = (records: readonly MutationRecord[] = [], attempt = 1): void => {
    meanwhile = [];
    let atOnce = true;
    const left = inSlices(reading(records), (result) => {
      run = null;
      if (signal.aborted) return;
      const seen =
        'behind' in result ? [...all(), ...Array.from(result.behind.values()).flat()] : result.found;
      if (atOnce || !concerns(meanwhile, seen)) accept(result, atOnce);
      else if (attempt < ATTEMPTS) read([], attempt + 1);
      else apply(complete(reader.page(document)));
    });
    atOnce = false;
    if (left) run = left;
  };

  /** Takes over what was read, with what its fields hold by now. */
  const accept = (result: Reading | Grown, atOnce: boolean): void => {
    if ('behind' in result) grow(result);
    else apply(atOnce ? result : { ...result, ...freshen(result) });
  };

  /** Ends the reading under way now: something is to be written, and only where it belongs. */
  const settle = (): void => {
    while (run) run.finish();
  };

  /** Takes over what was read. */
  const apply = (reading: Reading): void => {
    const { kept, change } = diff(positions.all(), reading.form.positions);
    take(reading, kept, change !== null);
    if (change) onChange(change);
  };

  /** Takes in positions that came; all others stay what they are. */
  const grow = ({ behind, roots }: Grown): void => {
    const came: string[] = [];
    const now: Position[] = [];
    const put = (list: readonly Found[] = []): void => {
      for (const one of list.map(freshened)) {
        const { position } = one;
        now.push(position);
        came.push(position.id);
        found.set(position.id, one);
        spots.place(one);
      }
    };
    put(behind.get(null));
    for (const position of positions.all()) {
      now.push(position);
      put(behind.get(found.get(position.id) as Found));
    }
    positions.reset(now);
    parts = null;
    form = null;
    for (const root of roots) observe(root);
    onChange({ added: came, removed: [], changed: [], values: [] });
  };

  /** A change inside the boxes of known positions: only those are read again. False: the page has to be. */
  const readBoxes = (records: readonly MutationRecord[]): boolean => {
    if (mode !== 'fill') return false;
    const [{ target } = { target: null }] = records;
    if (target?.nodeType === 1 && holdsSeveral(target as Element, all())) return false;
    parts ??= partsOf(found.values());
    const boxes = readNarrow(records, parts);
    if (!boxes) return false;
    const changed: string[] = [];
    const values: string[] = [];
    for (const [old, now] of boxes) {
      const { id } = now.position;
      const before = positions.get(id);
      if (!before) return false;
      spots.remove(old);
      spots.place(now);
      found.set(id, now);
      const kind = kindOfChange(before, now.position);
      if (!kind) continue;
      positions.set(now.position);
      (kind === 'shape' ? changed : values).push(id);
    }
    parts = null;
    if (changed.length + values.length === 0) return true;
    form = null;
    onChange({ added: [], removed: [], changed, values });
    return true;
  };

  /** Takes over what one field holds now. */
  const update = (element: Element): string | null => {
    const spot = spots.at(element);
    const position = spot && positions.get(spot.positionId);
    const row = position?.rows[spot?.row ?? -1];
    if (!spot || !position || !row) return null;
    const value = fieldValue(element as HTMLElement);
    if (row[spot.role] === value) return null;
    const rows = position.rows.map((r): Row => (r === row ? { ...r, [spot.role]: value } : r));
    positions.set({ ...position, rows });
    form = null;
    return position.id;
  };

  const report = (ids: Iterable<string>): void => {
    const values = [...new Set(ids)];
    if (values.length > 0) onChange(valueChange(values));
  };

  const own = (target: Element): Element | null => spots.own(target);

  const watched: Watched = {
    changed(records) {
      if (run) {
        if (meanwhile.length < MOST_RECORDS) meanwhile.push(...records);
        return;
      }
      const { structure, values } = touches(records, own, (node) =>
        [...found.values()].some((f) => node.contains(f.anchor)),
      );
      if (structure.length > 0) {
        // Values typed by a script in the same frame are taken over with the boxes or the page.
        if (values.size > 0) read();
        else if (!readBoxes(structure)) read(structure);
      } else report([...values].map(update).filter((id) => id !== null));
    },
    typed(target) {
      const element = own(target);
      const id = element && update(element);
      if (id) report([id]);
    },
    reset: () => report([...spots.elements()].map(update).filter((id) => id !== null)),
  };
  const { observe, flush } = watch(document, watched, signal);
  /** Takes in at once whatever the page has done so far. */
  const refresh = (): void => {
    flush();
    settle();
  };

  const fresh = { ...first, ...freshen(first) };
  take(fresh, fresh.form.positions, true);
  // What the page did while it was read makes the reading doubtful; what it did later is a change like any other.
  if (concerns(before, first.found)) read();
  const later = since.take();
  since.end();
  if (later.length > 0) watched.changed(later);

  const spotOf = (rowId: string, role: FieldRole): FieldElement | null => {
    const id = rowId.slice(0, rowId.lastIndexOf('#'));
    return found.get(id)?.rows[Number(rowId.slice(rowId.lastIndexOf('#') + 1))]?.[role]?.element ?? null;
  };
  signal.addEventListener('abort', () => {
    run?.cancel();
    spots.clear();
    found.clear();
  });

  return {
    current: () => (form ??= { mode, mechanism, positions: positions.all() }),
    position: (id) => positions.get(id),
    anchor: (id) => found.get(id)?.anchor ?? null,
    field: spotOf,
    scoreField: (id) => found.get(id)?.score?.element ?? null,
    locate(element) {
      const known = own(element);
      const spot = known && spots.at(known);
      return spot ? { positionId: spot.positionId, rowId: spot.rowId, role: spot.role } : null;
    },
    async write(rowId, role, value): Promise<WriteResult> {
      // What the page did a moment ago counts as well: a field may have gone to another position.
      refresh();
      const at = positions.get(rowId.slice(0, rowId.lastIndexOf('#')));
      if (at && at.confidence < RECOGNISED_FROM) {
        const held = spotOf(rowId, role);
        const now = held ? fieldValue(held) : '';
        const reason = 'write.unrecognised';
        return { rowId, field: role, outcome: 'rejected', before: now, after: now, reason };
      }
      const result = await writeField(() => spotOf(rowId, role), value, signal);
      const element = spotOf(rowId, role);
      const id = element && update(element);
      if (id) report([id]);
      return { rowId, field: role, ...result };
    },
    addRow: (id) => {
      refresh();
      return addRow(
        () => found.get(id) ?? null,
        () => positions.get(id)?.rows ?? [],
        document,
        refresh,
        signal,
      );
    },
    refresh,
    show: (headings) => showPart(document, headings),
    reveal(id, wanted) {
      const at = found.get(id);
      if (!at) return;
      at.anchor.scrollIntoView({ block: 'center' });
      const empty = at.rows.find((pair) => pair.url && pair.url.read() === '') ?? at.rows[0];
      if (wanted?.focus) empty?.url?.element.focus({ preventScroll: true });
    },
    explain: (id) => found.get(id)?.evidence ?? [],
  };
}

function valueChange(values: readonly string[]): FormChange {
  return { added: [], removed: [], changed: [], values };
}
