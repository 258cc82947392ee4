import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { exportPack, importPack } from '../../lib/criteria/exchange.ts';
import { loadPack } from '../../lib/criteria/load.ts';
import type { Pack } from '../../lib/model/pack.ts';

const FOLDER = 'assets/packs';
const raw = (id: string): unknown => JSON.parse(readFileSync(`${FOLDER}/${id}.json`, 'utf8'));

function pack(id: string): Pack {
  const loaded = loadPack(raw(id));
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  return loaded.pack;
}

const positionsOf = (p: Pack) =>
  p.directions.flatMap((d) => d.tracks.flatMap((t) => t.components.flatMap((c) => c.positions)));

/** Maxima of the slides, 2022. */
const MAXIMA = { '1.1': 25, '1.2': 15, '1.3': 49, '1.4': 155, '2.1': 20, '2.2': 86, '2.3': 72, '2.4': 20 };

describe('built-in packs', () => {
  it.each(readdirSync(FOLDER))('%s is valid and named as its file', (file) => {
    const id = file.replace('.json', '');
    expect(pack(id).id).toBe(id);
  });

  it('МУМ-2022 holds the maxima of the slides and invents no points or criteria', () => {
    const p = pack('mum-2022');
    expect(Object.fromEntries(p.directions.map((d) => [d.code, d.max]))).toEqual(MAXIMA);
    expect(p).toMatchObject({ kind: 'official', complete: false, tracksTotal: 18, max: 442 });
    expect(p.sections.map((s) => s.max)).toEqual([244, 198]);
    expect(positionsOf(p)).toHaveLength(4);
    for (const position of positionsOf(p)) expect(position).toMatchObject({ criterion: '', points: null });
  });

  it('МУМ-2021 sums to 902, РУМ-2022 has 19 tracks and its date', () => {
    const old = pack('mum-2021');
    expect(old.directions.reduce((sum, d) => sum + (d.max ?? 0), 0)).toBe(902);
    expect(old.sections.map((s) => s.max)).toEqual([480, 422]);
    expect(pack('rum-2022')).toMatchObject({ tracksTotal: 19, complete: false, directions: [] });
    expect(pack('rum-2022').calendar[0]?.date).toBe('2022-07-31');
  });

  it.each([
    ['training-mum', 18, 350],
    ['training-rum', 19, 120],
  ])('%s says that it is for training; points sum to the maxima', (id, tracks, atLeast) => {
    const p = pack(id);
    expect(p.kind).toBe('training');
    expect(p.title).toMatch(/учебный/i);
    expect(p.source.title).toMatch(/придуман/);
    expect(p.directions.flatMap((d) => d.tracks)).toHaveLength(tracks);
    expect(p.tracksTotal).toBe(tracks);
    expect(positionsOf(p).length).toBeGreaterThanOrEqual(atLeast);
    for (const d of p.directions) {
      const positions = d.tracks.flatMap((t) => t.components.flatMap((c) => c.positions));
      expect(positions.reduce((sum, { points }) => sum + (points ?? 0), 0)).toBe(d.max);
    }
    expect(p.directions.reduce((sum, d) => sum + (d.max ?? 0), 0)).toBe(p.max);
  });

  it('the training МУМ pack has the maxima of 2022, short cycles and texts repeated in other tracks', () => {
    const p = pack('training-mum');
    expect(Object.fromEntries(p.directions.map((d) => [d.code, d.max]))).toEqual(MAXIMA);
    const tracks = p.directions.flatMap((d) => d.tracks);
    expect(tracks.some((t) => t.components.length === 3)).toBe(true);
    expect(tracks.some((t) => t.components.length === 7)).toBe(true);
    const seen = new Map<string, number>();
    for (const { text } of positionsOf(p)) seen.set(text, (seen.get(text) ?? 0) + 1);
    const repeated = positionsOf(p).filter(({ text }) => (seen.get(text) ?? 0) > 1).length;
    expect(repeated / positionsOf(p).length).toBeGreaterThan(0.35);
  });
});

describe('loadPack', () => {
  const broken = (change: (p: Record<string, unknown> & Pack) => void) => {
    const copy = structuredClone(raw('mum-2022')) as Record<string, unknown> & Pack;
    change(copy);
    const loaded = loadPack(copy);
    return loaded.ok ? [] : loaded.problems;
  };

  it.each([null, 5, 'text', [], {}, { format: 'x' }])('refuses %j with a sentence', (input) => {
    const loaded = loadPack(input);
    expect(loaded.ok).toBe(false);
    if (!loaded.ok) for (const { reason } of loaded.problems) expect(reason).toMatch(/[а-яё] /i);
  });

  it('names the field and the reason', () => {
    expect(broken((p) => Object.assign(p, { year: 'x' }))).toEqual([
      { path: 'year', reason: 'Ожидается число' },
    ]);
    expect(broken((p) => Object.assign(p, { title: undefined }))[0]).toEqual({
      path: 'title',
      reason: 'Нет обязательного поля',
    });
    expect(broken((p) => Object.assign(p, { mechanism: 'xum' }))[0]?.reason).toContain('mum, rum');
  });

  it('refuses doubled codes and ids, and newer versions', () => {
    expect(broken((p) => p.directions.push(structuredClone(p.directions[0]) as never))[0]).toMatchObject({
      path: 'directions.8.code',
    });
    expect(
      broken((p) => Object.assign(positionsOf(p)[1] as object, { id: positionsOf(p)[0]?.id }))[0]?.path,
    ).toBe('directions.0.tracks.0.components.0.positions.1.id');
    expect(broken((p) => Object.assign(p, { format: 2 }))[0]?.reason).toContain('более новой версией');
  });
});

describe('pack files', () => {
  it('come back as they were', async () => {
    const p = pack('training-rum');
    expect(await importPack(await exportPack(p))).toEqual({ ok: true, pack: p, checked: true });
    expect(await importPack(`\uFEFF${JSON.stringify(p)}`)).toEqual({ ok: true, pack: p, checked: false });
  });

  it('are refused when changed, cut or newer', async () => {
    const text = await exportPack(pack('mum-2022'));
    for (const [bad, why] of [
      [text.replace('"max": 25', '"max": 26'), 'контрольная сумма'],
      [text.slice(0, 500), 'не читается'],
      [text.replace(/("pack": \{\s*)"format": 1/, '$1"format": 9'), 'более новой'],
      ['[]', 'не набор'],
      ['{"__proto__":{"format":1}}', 'не набор'],
    ] as const) {
      const result = await importPack(bad);
      expect(result.ok).toBe(false);
      if (!result.ok) expect(result.problems[0]?.reason).toContain(why);
    }
  });
});
