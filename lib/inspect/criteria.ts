import { readCriteria } from '../criteria/import/read.ts';
import { t } from '../i18n.ts';
import type { Grid } from '../office/grid.ts';
import { placeText } from '../reference/place.ts';
import type { ReadResult } from './types.ts';

/** A criteria document as `inspect` prints it: positions with criterion and points, directions, sums that do not fit. */
export function criteriaResult(grids: readonly Grid[], file: string): ReadResult {
  const { positions, directions, checks } = readCriteria(grids, file);
  return {
    type: 'criteria',
    form: null,
    positions: positions.map(({ path, text, criterion, points }) => ({
      path,
      text,
      criterion: null,
      rows: [],
      scoreField: null,
      criterionText: criterion,
      points,
    })),
    directions: directions.map(({ code, title, max }) => ({ code, title, max })),
    explain: positions.map(({ place }, i) => [
      t('inspect.explain.where', { place: placeText(place, t) }),
      ...(i === positions.length - 1
        ? checks.map(({ name, stated, sum, ok, place: at }) =>
            t(ok ? 'criteria.import.sum-fits' : 'criteria.import.sum-differs', {
              name,
              stated,
              sum,
              place: placeText(at, t),
            }),
          )
        : []),
    ]),
  };
}
