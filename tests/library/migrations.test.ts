import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { RECORD_VERSION, STEPS, type Step, upgrade } from '../../lib/library/migrations.ts';
import { isDocument, isUse, readChunk } from '../../lib/library/records.ts';
import { libraryDocumentSchema, useSchema } from '../../lib/model/library.ts';

interface Example {
  documents: { v: number; items: unknown[] };
  uses: { v: number; items: unknown[] };
}

const example = (version: number): Example =>
  JSON.parse(readFileSync(`tests/library/stored/v${version}.json`, 'utf8')) as Example;

describe('stored data of every version', () => {
  it('has an example', () => {
    const versions = Array.from({ length: RECORD_VERSION }, (_, at) => `v${at + 1}.json`);
    expect(readdirSync('tests/library/stored').sort()).toEqual(versions);
    expect(STEPS).toHaveLength(RECORD_VERSION - 1);
  });

  it.each(Array.from({ length: RECORD_VERSION }, (_, at) => at + 1))('%i is read whole', (version) => {
    const { documents, uses } = example(version);
    const read = [
      readChunk(documents, { kind: 'document', isItem: isDocument }),
      readChunk(uses, { kind: 'use', isItem: isUse }),
    ] as const;
    expect(read.map(({ unreadable }) => unreadable)).toEqual([[], []]);
    for (const item of read[0].items) expect(libraryDocumentSchema.safeParse(item).success).toBe(true);
    for (const item of read[1].items) expect(useSchema.safeParse(item).success).toBe(true);
    expect(read.map(({ items }) => items.length)).toEqual([documents.items.length, uses.items.length]);
  });
});

describe('steps', () => {
  const steps: Step[] = [
    { document: (item) => ({ ...item, two: true }), use: (item) => ({ ...item }) },
    { document: (item) => ({ ...item, three: item.two === true }), use: (item) => ({ ...item }) },
  ];

  it.each([
    [1, { two: true, three: true }],
    [2, { three: false }],
    [3, {}],
  ])('from version %i are applied one after another', (version, added) => {
    expect(upgrade('document', { id: 'a' }, version, steps)).toEqual({ id: 'a', ...added });
  });

  it.each([null, 5, 'x', undefined])('leave what is no record (%j) alone', (item) => {
    expect(upgrade('use', item, 1, steps)).toBe(item);
  });
});

describe('chunks', () => {
  it.each([
    [undefined, 0],
    [null, 1],
    ['text', 1],
    [{ v: 'one', items: [] }, 1],
    [{ v: RECORD_VERSION + 1, items: [] }, 1],
    [{ v: 1, items: [null, 3] }, 2],
  ])('that hold %j give nothing and keep it apart', (stored, apart) => {
    const { items, unreadable } = readChunk(stored, { kind: 'document', isItem: isDocument });
    expect([items.length, unreadable.length]).toEqual([0, apart]);
  });
});
