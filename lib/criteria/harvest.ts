import type { Form } from '../model/form.ts';
import type { Pack } from '../model/pack.ts';
import { hash } from '../reference/identity.ts';
import { directionsFrom, type PackMeta } from './import/pack.ts';

/**
 * A skeleton pack of a recognised form, where no criteria file is at hand: directions, tracks, components and
 * positions with the points the page shows, no criteria. Texts can be attached later (`attachCriteria`).
 */
export function harvest(form: Form, meta: PackMeta): Pack {
  const rows = form.positions.map(({ path, text, points }) => ({ path, text, criterion: '', points }));
  const directions = directionsFrom(rows, `${meta.mechanism}${meta.year}`);
  for (const direction of directions) {
    const points = direction.tracks.flatMap((t) =>
      t.components.flatMap((c) => c.positions.map((p) => p.points)),
    );
    direction.max = points.includes(null)
      ? null
      : points.reduce<number>((sum, value) => sum + (value ?? 0), 0);
  }
  return {
    format: 1,
    id: `skeleton-${meta.mechanism}-${meta.year}-${hash(rows.map(({ text }) => text).join('|'))}`,
    title: meta.title,
    mechanism: meta.mechanism,
    year: meta.year,
    kind: 'skeleton',
    complete: false,
    source: { title: meta.source ?? meta.title },
    tracksTotal: null,
    max: null,
    sections: [],
    directions,
    calendar: [],
    harmfulPhrases: [],
  };
}
