import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Box, boxAt, contains, inkOf, joinLines, overlap } from '../../lib/overlay/boxes.ts';
import { linePlaces } from '../../lib/overlay/line-places.ts';
import { leastBad, type MarkerRoom, markerPlaces } from '../../lib/overlay/marker-places.ts';
import { type CardPlace, growCard, placeCard, placeMenu } from '../../lib/overlay/panel-places.ts';

const PILL = { width: 60, height: 20 };
const LIMITS: Box = { left: 0, top: 0, right: 1366, bottom: 4000 };

/** A cell of the given size with lines of the given widths, 18 px each, 6 px of padding. */
function room(
  width: number,
  height: number,
  widths: readonly number[],
  obstacles: readonly Box[] = [],
): MarkerRoom {
  const lines = widths.map((line, index) => boxAt(106, 106 + index * 18, { width: line, height: 18 }));
  return {
    lines,
    box: boxAt(100, 100, { width, height }),
    obstacles: [...lines.map(inkOf), ...obstacles],
    limits: LIMITS,
  };
}

const first = (given: MarkerRoom) => [...markerPlaces(given, PILL)][0];

describe('a marker', () => {
  it('stands after the last line where there is room', () => {
    expect(first(room(300, 48, [280, 100]))?.box).toMatchObject({ left: 211, top: 126 });
  });

  it('stands after an upper line when the last one is full', () => {
    expect(first(room(300, 48, [100, 280]))?.box).toMatchObject({ left: 211, top: 105 });
  });

  it('passes what stands behind the text', () => {
    const badge = boxAt(212, 108, { width: 40, height: 14 });
    expect(first(room(400, 30, [100], [badge]))?.box.left).toBe(257);
  });

  it('stands below the text when every line is full', () => {
    const place = first(room(300, 90, [280, 280]));
    expect(place?.outside).toBe(false);
    expect(place?.box.top).toBeGreaterThanOrEqual(142);
  });

  it('goes into the margin outside a full cell', () => {
    expect(first(room(300, 48, [286, 286]))).toMatchObject({ outside: true });
  });

  it('never covers text or controls of its box, nor sticks out of the page', () => {
    const boxes = fc.record({
      width: fc.integer({ min: 40, max: 1200 }),
      height: fc.integer({ min: 20, max: 300 }),
      widths: fc.array(fc.integer({ min: 10, max: 1190 }), { minLength: 1, maxLength: 8 }),
      control: fc.tuple(fc.integer({ min: 90, max: 900 }), fc.integer({ min: 90, max: 300 })),
    });
    fc.assert(
      fc.property(boxes, ({ width, height, widths, control }) => {
        const given = room(width, height, widths, [boxAt(control[0], control[1], { width: 80, height: 24 })]);
        for (const { box, outside } of markerPlaces(given, PILL)) {
          expect(contains(LIMITS, box)).toBe(true);
          for (const obstacle of given.obstacles) expect(overlap(box, obstacle)).toBe(0);
          const { left, top, right, bottom } = given.box;
          const around = { left, top: top - 3, right, bottom: bottom + 3 };
          if (!outside) expect(contains(around, box)).toBe(true);
        }
      }),
    );
  });

  it('takes the corner that hides least when nothing is free', () => {
    const given = room(300, 48, [286, 30]);
    expect(leastBad(given, { width: 22, height: 20 })).toMatchObject({ right: 400, bottom: 158 });
  });

  it('is never cut by the side of the window, even where nothing is free', () => {
    const narrow = { ...room(300, 48, [286, 286]), limits: { left: 0, top: 0, right: 390, bottom: 4000 } };
    const places = [...markerPlaces(narrow, PILL), { box: leastBad(narrow, { width: 22, height: 20 }) }];
    for (const { box } of places) expect(box.right).toBeLessThanOrEqual(390);
  });
});

describe('a card', () => {
  const view = { width: 1366, height: 768 };
  const size = { width: 380, height: 500 };
  const box = fc
    .tuple(
      fc.integer({ min: -200, max: 1366 }),
      fc.integer({ min: -500, max: 900 }),
      fc.integer({ min: 10, max: 900 }),
    )
    .map(([left, top, width]) => boxAt(left, top, { width, height: 40 }));

  const shown = ({ left, top, maxHeight }: CardPlace, given = size) =>
    boxAt(left, top, { width: given.width, height: Math.min(given.height, maxHeight) });

  it('stays inside the window', () => {
    fc.assert(
      fc.property(box, box, (anchor, field) => {
        const place = placeCard(anchor, size, view, [field], field);
        expect(contains(boxAt(0, 0, view), shown(place))).toBe(true);
      }),
    );
  });

  it('leaves the position and its fields free where there is room for both', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 900 }), fc.integer({ min: 0, max: 700 }), (left, top) => {
        const field = boxAt(left, top, { width: 400, height: 28 });
        const place = placeCard(boxAt(left, top - 30, { width: 300, height: 20 }), size, view, [field]);
        expect(overlap(shown(place), field)).toBe(0);
      }),
    );
  });

  it('goes over the header or the side of a site rather than over the fields of its position', () => {
    const text = boxAt(50, 300, { width: 700, height: 20 });
    const fields = [330, 380, 430, 480].flatMap((top) => [
      boxAt(50, top, { width: 500, height: 28 }),
      boxAt(570, top, { width: 500, height: 28 }),
    ]);
    const place = placeCard(text, size, view, fields);
    for (const field of [text, ...fields]) expect(overlap(shown(place), field)).toBe(0);
  });

  it('covers the text before a field, and another field before the focused one', () => {
    const text = boxAt(0, 8, { width: 1366, height: 20 });
    const field = boxAt(0, 300, { width: 1366, height: 28 });
    expect(overlap(shown(placeCard(text, size, view, [field])), field)).toBe(0);
    const all = [10, 200, 400, 600, 720].map((top) => boxAt(0, top, { width: 1366, height: 28 }));
    for (const focused of all)
      expect(overlap(shown(placeCard(null, size, view, all, focused)), focused)).toBe(0);
  });

  it('keeps its upper left corner visible in a window smaller than itself', () => {
    const small = { width: 360, height: 300 };
    const place = placeCard(boxAt(10, 10, { width: 300, height: 20 }), size, small, []);
    expect(place).toMatchObject({ left: 8, top: 8, maxHeight: 284 });
  });

  it('grows into its free space only, whatever arrives', () => {
    fc.assert(
      fc.property(box, fc.integer({ min: 120, max: 2000 }), (field, height) => {
        const place = placeCard(null, { width: 380, height: 120 }, view, [field], field);
        const grown = growCard(place, { width: 380, height });
        expect(contains(place.space, shown(grown, { width: 380, height }))).toBe(true);
      }),
    );
  });

  it('stays where it is when it grows, and moves up only as far as a readable card needs', () => {
    const space = { left: 8, top: 8, right: 1358, bottom: 760 };
    const at = (top: number) => ({ left: 500, top, maxHeight: 0, space });
    expect(growCard(at(300), { width: 380, height: 700 })).toMatchObject({ top: 300, maxHeight: 460 });
    expect(growCard(at(700), { width: 380, height: 700 }).top).toBe(440);
    expect(growCard(at(600), { width: 380, height: 120 }).top).toBe(600);
  });
});

describe('the line of a finding', () => {
  const field = boxAt(100, 100, { width: 500, height: 28 });
  const bounds: Box = { left: 50, top: 40, right: 1100, bottom: 200 };
  const line = { width: 300, height: 18 };
  const best = (obstacles: readonly Box[]) => [...linePlaces({ field, bounds, obstacles }, line)][0];

  it('stands under its field, else above it', () => {
    expect(best([])).toMatchObject({ own: true, box: { left: 100, top: 129 } });
    const next = boxAt(100, 130, { width: 900, height: 28 });
    expect(best([next])).toMatchObject({ own: true, box: { left: 100, top: 81 } });
  });

  it('stands behind the row when the next one begins at once', () => {
    const label = boxAt(100, 70, { width: 400, height: 28 });
    const next = boxAt(100, 130, { width: 900, height: 28 });
    const comment = boxAt(620, 100, { width: 150, height: 28 });
    const place = best([label, next, comment]);
    expect(place?.own).toBe(false);
    expect(place?.box.left).toBeGreaterThanOrEqual(774);
  });

  it('stands beside a button under the field', () => {
    const button = boxAt(100, 132, { width: 120, height: 22 });
    const label = boxAt(100, 80, { width: 40, height: 14 });
    const comment = boxAt(620, 100, { width: 480, height: 28 });
    const place = best([button, label, comment]);
    expect(place?.box).toMatchObject({ left: 224, top: 129 });
  });

  it('never covers a text, a control, the field, nor leaves its block', () => {
    const any = fc
      .tuple(
        fc.integer({ min: 0, max: 1100 }),
        fc.integer({ min: 40, max: 200 }),
        fc.integer({ min: 5, max: 500 }),
        fc.integer({ min: 10, max: 40 }),
      )
      .map(([left, top, width, height]) => boxAt(left, top, { width, height }));
    fc.assert(
      fc.property(fc.array(any, { maxLength: 12 }), (obstacles) => {
        for (const { box } of linePlaces({ field, bounds, obstacles }, line)) {
          expect(contains(bounds, box)).toBe(true);
          for (const one of [field, ...obstacles]) expect(overlap(box, one)).toBe(0);
        }
      }),
    );
  });
});

describe('a menu', () => {
  it('never covers its field', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 730 }),
        fc.integer({ min: 0, max: 1200 }),
        fc.integer({ min: 60, max: 600 }),
        (top, left, height) => {
          const field = boxAt(left, top, { width: 200, height: 30 });
          const spot = placeMenu(field, { width: 440, height }, { width: 1366, height: 768 });
          const shown = boxAt(spot.left, spot.top, { width: 440, height: Math.min(height, spot.maxHeight) });
          expect(overlap(shown, field)).toBe(0);
        },
      ),
    );
  });
});

describe('lines of text', () => {
  it('join the pieces that stand side by side', () => {
    const lines = joinLines([
      boxAt(10, 10, { width: 50, height: 18 }),
      boxAt(60, 12, { width: 30, height: 14 }),
      boxAt(10, 28, { width: 20, height: 18 }),
      boxAt(10, 28, { width: 0, height: 18 }),
    ]);
    expect(lines).toEqual([
      { left: 10, top: 10, right: 90, bottom: 28 },
      { left: 10, top: 28, right: 30, bottom: 46 },
    ]);
  });
});
