import type { Pack, PackComponent, PackDirection, PackPosition, PackTrack } from '../../model/pack.ts';
import { hash } from '../../reference/identity.ts';
import { textKey } from '../../reference/text.ts';
import { componentKind } from '../components.ts';
import { factsFromPath } from '../facts.ts';
import type { CriteriaDocument } from './types.ts';

/** What the user says of a document that is imported; the rest is read. */
export interface PackMeta {
  readonly title: string;
  readonly mechanism: Pack['mechanism'];
  readonly year: number;
  /** Name of the document for the cards; the file's name when not given. */
  readonly source?: string;
  readonly kind?: Pack['kind'];
  readonly tracksTotal?: number | null;
}

/** A position with its headings, whatever it was read from. */
export interface PackRow {
  readonly path: readonly string[];
  readonly text: string;
  readonly criterion: string;
  readonly points: number | null;
  /** Notes of the document beside the position, and how its points are counted. */
  readonly advice?: string;
  readonly source?: PackPosition['source'];
}

const CODE = /^\D{0,3}([12]\.\s?\d)\s*[.):]?\s*/u;

interface Named {
  readonly direction: { code: string; name: string };
  readonly track: string;
  readonly component: string;
}

/** Which heading is the direction, the track, the component. */
function nameLevels(path: readonly string[]): Named {
  let direction = { code: '', name: '' };
  let track = '';
  let component = '';
  path.forEach((heading, i) => {
    const facts = factsFromPath([heading]);
    const code = CODE.exec(heading)?.[1]?.replace(/\s/g, '') ?? '';
    const kind = componentKind(heading);
    if (direction.name === '' && (code !== '' || (facts?.directionCode && !facts.trackRole)) && kind === null)
      direction = { code: code || (facts?.directionCode ?? ''), name: heading.replace(CODE, '') };
    else if (kind !== null && (i === path.length - 1 || track !== '')) component = heading;
    else if (track === '') track = heading;
    else component = component || heading;
  });
  return { direction, track, component };
}

function find<T extends { name: string }>(list: T[], name: string, make: () => T): T {
  const key = textKey(name);
  let item = list.find((one) => textKey(one.name) === key);
  if (!item) {
    item = make();
    list.push(item);
  }
  return item;
}

/** Positions with headings as the tree of a pack; equal headings join, order is kept. */
export function directionsFrom(rows: readonly PackRow[], idPrefix: string): PackDirection[] {
  const directions: PackDirection[] = [];
  const ids = new Set<string>();
  for (const { path, text, criterion, points, advice, source } of rows) {
    const { direction, track, component } = nameLevels(path);
    const code = direction.code || `${directions.length + 1}`;
    let inDirection = directions.find((one) =>
      direction.code ? one.code === direction.code : textKey(one.name) === textKey(direction.name),
    );
    if (!inDirection) {
      inDirection = { code, name: direction.name, max: null, tracks: [] };
      directions.push(inDirection);
    }
    const inTrack = find(inDirection.tracks, track, (): PackTrack => ({ name: track, components: [] }));
    const inComponent = find(
      inTrack.components,
      component,
      (): PackComponent => ({ name: component, kind: componentKind(component), positions: [] }),
    );
    // By meaning, so that the same document read again gives the same ids.
    let id = `${idPrefix}-${hash(`${inDirection.code}|${textKey(track)}|${textKey(component)}|${textKey(text)}`)}`;
    while (ids.has(id)) id += '-2';
    ids.add(id);
    inComponent.positions.push({
      id,
      text,
      criterion,
      points,
      ...(advice && { advice }),
      ...(source && { source }),
    });
  }
  return directions;
}

/**
 * One pack of one or several documents (one file a direction). Maxima are those the documents state, else the sums
 * of what was read. The pack is `complete` only when every direction has positions with points.
 */
export function packFrom(documents: readonly CriteriaDocument[], meta: PackMeta): Pack {
  const rows = documents.flatMap((document) =>
    document.positions.map(
      ({ path, text, criterion, points, note, place }): PackRow => ({
        path,
        text,
        criterion,
        points,
        advice: note,
        source: { title: meta.source ?? document.file, place },
      }),
    ),
  );
  const directions = directionsFrom(rows, `${meta.mechanism}${meta.year}`);
  for (const direction of directions) {
    const read = documents.flatMap((d) => d.directions).filter(({ code }) => code === direction.code);
    const stated = read.find((one) => one.stated);
    direction.max =
      stated?.max ??
      read.reduce<number | null>((sum, { max }) => (max === null ? sum : (sum ?? 0) + max), null);
  }
  directions.sort((a, b) => a.code.localeCompare(b.code, 'ru', { numeric: true }));
  const max = directions.reduce((sum, one) => sum + (one.max ?? 0), 0);
  return {
    format: 1,
    id: `${meta.mechanism}-${meta.year}-${hash(documents.map(({ file }) => file).join('|'))}`,
    title: meta.title,
    mechanism: meta.mechanism,
    year: meta.year,
    kind: meta.kind ?? 'official',
    complete: directions.length === 8 && rows.every(({ points }) => points !== null),
    source: { title: meta.source ?? documents.map(({ file }) => file).join(', ') },
    tracksTotal: meta.tracksTotal ?? null,
    max,
    sections: [],
    directions,
    calendar: [],
    harmfulPhrases: [],
  };
}
