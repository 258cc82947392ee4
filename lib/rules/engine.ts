import type { Finding } from '../model/finding.ts';
import type { Form, Position } from '../model/form.ts';
import { linked } from './look.ts';
import { type Place, placeOf } from './place.ts';
import { RULES } from './registry.ts';
import type { Engine, PositionDigest, PositionRule, RuleContext, Track, TrackRule } from './types.ts';

/** What is kept of a position between keystrokes. */
interface Entry {
  position: Position;
  place: Place;
  digest: PositionDigest;
  /** null: not asked for yet. Rules run when a position is first looked at, so that a big form starts at once. */
  own: readonly Finding[] | null;
  fromTrack: readonly Finding[];
}

const positionRules = RULES.filter((rule): rule is PositionRule => rule.scope === 'position');
const trackRules = RULES.filter((rule): rule is TrackRule => rule.scope === 'track');
const NEEDS = /потребност|запрос|анкет|опрос|интерес/i;

/** Cheap: reads no address and no comment, but in the one track whose rule asks for their words. */
function digestOf(position: Position, place: Place, context: RuleContext): PositionDigest {
  const rows = position.rows.filter((row) => row.url.trim() !== '');
  const tells = (text: string): boolean => NEEDS.test(text.slice(0, 5000));
  return {
    id: position.id,
    component: place.component,
    links: rows.length,
    rowId: (rows[0] ?? position.rows[0])?.id ?? null,
    tellsOfNeeds:
      place.role === 'talents-by-needs' &&
      linked(position).some(
        ({ row, key }) => tells(row.comment) || tells(row.name) || tells(context.facts(key)?.title ?? ''),
      ),
  };
}

function sameDigest(a: PositionDigest, b: PositionDigest): boolean {
  return (
    a.links === b.links &&
    a.rowId === b.rowId &&
    a.tellsOfNeeds === b.tellsOfNeeds &&
    a.component === b.component
  );
}

function sameFindings(a: readonly Finding[], b: readonly Finding[]): boolean {
  return a.length === b.length && (a.length === 0 || JSON.stringify(a) === JSON.stringify(b));
}

/** The findings of every position, kept up to date by position: see `Engine`. Starts empty. */
export function createEngine(first: RuleContext): Engine {
  let context = first;
  let entries = new Map<string, Entry>();
  /** Positions of a direction, in page order: track rules look at their digests, and only when one changed. */
  let directions = new Map<string, string[]>();

  const checkOwn = (position: Position): Finding[] => {
    if (position.rows.every((row) => row.url === '' && row.comment === '')) return [];
    return positionRules.flatMap((rule) => rule.check(position, context));
  };

  const enter = (position: Position, place = placeOf(position, context)): Entry => {
    return {
      position,
      place,
      digest: digestOf(position, place, context),
      own: null,
      fromTrack: [],
    };
  };

  const checkDirection = (direction: string): string[] => {
    const tracks = new Map<string, { key: string; role: Track['role']; positions: PositionDigest[] }>();
    const ids = directions.get(direction) ?? [];
    for (const id of ids) {
      const { place, digest } = entries.get(id) as Entry;
      const track = tracks.get(place.track) ?? { key: place.track, role: place.role, positions: [] };
      track.role ??= place.role;
      track.positions.push(digest);
      tracks.set(place.track, track);
    }
    const found = new Map<string, Finding[]>();
    for (const rule of trackRules)
      for (const finding of rule.check([...tracks.values()], context))
        found.set(finding.positionId, [...(found.get(finding.positionId) ?? []), finding]);
    const changed: string[] = [];
    for (const id of ids) {
      const entry = entries.get(id) as Entry;
      const fresh = found.get(id) ?? [];
      if (sameFindings(entry.fromTrack, fresh)) continue;
      entry.fromTrack = fresh;
      changed.push(id);
    }
    return changed;
  };

  const reset = (positions: Iterable<Position>, isStale: (id: string) => boolean = () => true): string[] => {
    const list = [...positions];
    const before = entries;
    const changed = new Set<string>();
    entries = new Map();
    directions = new Map();
    for (const position of list) {
      const known = before.get(position.id);
      const kept = known?.position === position && !isStale(position.id) ? known : null;
      if (!kept) changed.add(position.id);
      const entry = kept ?? enter(position);
      entries.set(position.id, entry);
      const ids = directions.get(entry.place.group);
      if (ids) ids.push(position.id);
      else directions.set(entry.place.group, [position.id]);
    }
    for (const direction of directions.keys()) for (const id of checkDirection(direction)) changed.add(id);
    return [...changed];
  };

  const ownOf = (entry: Entry): readonly Finding[] => {
    entry.own ??= checkOwn(entry.position);
    return entry.own;
  };

  const findings = (id: string): readonly Finding[] => {
    const entry = entries.get(id);
    if (!entry) return [];
    const own = ownOf(entry);
    return entry.fromTrack.length === 0 ? own : [...own, ...entry.fromTrack];
  };

  return {
    reset: (form: Form, stale) => reset(form.positions, stale ? (id) => stale.has(id) : undefined),
    update(position) {
      const before = entries.get(position.id);
      const place = placeOf(position, context);
      if (!before || before.place.group !== place.group || before.place.track !== place.track) {
        const rest = new Map([...entries].map(([id, entry]) => [id, entry.position]));
        const old = new Map([...entries.keys()].map((id) => [id, findings(id)]));
        rest.set(position.id, position);
        reset(rest.values());
        return [...entries.keys()].filter((id) => !sameFindings(old.get(id) ?? [], findings(id)));
      }
      const entry = enter(position);
      entry.fromTrack = before.fromTrack;
      entries.set(position.id, entry);
      const changed = new Set<string>();
      if (!sameFindings(ownOf(before), ownOf(entry))) changed.add(position.id);
      if (!sameDigest(before.digest, entry.digest))
        for (const id of checkDirection(place.group)) changed.add(id);
      return [...changed];
    },
    take(positions) {
      const directionsToCheck = new Set<string>();
      const changed = new Set<string>();
      for (const position of positions) {
        const before = entries.get(position.id);
        // With the same headings the place is the same: what is known of criteria changes by `setContext` alone.
        const entry = enter(position, before?.position.path === position.path ? before.place : undefined);
        if (before?.place.group !== entry.place.group || before.place.track !== entry.place.track) {
          const rest = new Map([...entries].map(([id, { position: one }]) => [id, one]));
          for (const one of positions) rest.set(one.id, one);
          reset(rest.values());
          return [...rest.keys()];
        }
        entry.fromTrack = before.fromTrack;
        entries.set(position.id, entry);
        changed.add(position.id);
        if (!sameDigest(before.digest, entry.digest)) directionsToCheck.add(entry.place.group);
      }
      for (const direction of directionsToCheck) for (const id of checkDirection(direction)) changed.add(id);
      return [...changed];
    },
    setContext(next) {
      context = next;
      reset([...entries.values()].map((entry) => entry.position));
    },
    findings,
    all: () => [...entries.keys()].flatMap((id) => findings(id)),
  };
}

/** All findings of a form, in page order. Pure: the same form and context give the same list. */
export function checkForm(form: Form, context: RuleContext): Finding[] {
  const engine = createEngine(context);
  engine.reset(form);
  return [...engine.all()];
}
