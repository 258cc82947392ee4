import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Box, boxAt, contains, inkOf, joinLines, overlap } from '../../lib/overlay/boxes.ts';
import { leastBad, type MarkerRoom, markerPlaces } from '../../lib/overlay/marker-places.ts';
import { placeCard, placeMenu, stayInWindow } from '../../lib/overlay/panel-places.ts';

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

  it('stays inside the window', () => {
    fc.assert(
      fc.property(box, box, (anchor, field) => {
        const { left, top } = placeCard(anchor, size, view, [anchor, field]);
        expect(contains(boxAt(0, 0, view), boxAt(left, top, size))).toBe(true);
      }),
    );
  });

  it('leaves the focused field free where there is room for both', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 900 }), fc.integer({ min: 0, max: 700 }), (left, top) => {
        const field = boxAt(left, top, { width: 400, height: 28 });
        const spot = placeCard(field, size, view, [field]);
        expect(overlap(boxAt(spot.left, spot.top, size), field)).toBe(0);
      }),
    );
  });

  it('keeps its upper left corner visible in a window smaller than itself', () => {
    const spot = placeCard(boxAt(10, 10, { width: 300, height: 20 }), size, { width: 360, height: 300 }, []);
    expect(spot).toEqual({ left: 8, top: 8 });
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

describe('a card that is open', () => {
  const view = { width: 1366, height: 768 };

  it('stays where it is when it grows, and scrolls where the window ends', () => {
    const spot = stayInWindow({ left: 500, top: 300 }, { width: 380, height: 700 }, view);
    expect(spot).toEqual({ left: 500, top: 300, maxHeight: 460 });
  });

  it('moves up only as far as a readable card needs', () => {
    expect(stayInWindow({ left: 500, top: 700 }, { width: 380, height: 700 }, view).top).toBe(440);
    expect(stayInWindow({ left: 500, top: 600 }, { width: 380, height: 120 }, view).top).toBe(600);
  });

  it('is always in the window', () => {
    const whole = fc.integer({ min: -2000, max: 3000 });
    fc.assert(
      fc.property(whole, whole, fc.integer({ min: 360, max: 2000 }), (left, top, width) => {
        const size = { width: Math.min(380, width - 16), height: 300 };
        const spot = stayInWindow({ left, top }, size, { width, height: 600 });
        expect(spot.left).toBeGreaterThanOrEqual(8);
        expect(spot.left + size.width).toBeLessThanOrEqual(width - 8);
        expect(spot.top).toBeGreaterThanOrEqual(8);
        expect(spot.top + size.height).toBeLessThanOrEqual(592);
      }),
    );
  });
});
