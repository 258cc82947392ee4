import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { readPageFile } from '../../lib/inspect/page.ts';
import { differences, type Expected } from './compare.ts';

const folder = 'tests/fixtures/pages';
const pages = readdirSync(folder).filter((name) => /\.html?$/.test(name));

describe('saved pages', () => {
  it('there are some', () => expect(pages.length).toBeGreaterThan(20));

  it.each(pages)('%s', async (name) => {
    const expectation = `${folder}/${name.replace(/\.html?$/, '.expected.json')}`;
    expect(existsSync(expectation), `${expectation} is missing`).toBe(true);
    const bytes = readFileSync(`${folder}/${name}`);
    const expected = JSON.parse(readFileSync(expectation, 'utf8')) as Expected;
    const { type, form, positions } = await readPageFile(bytes);
    const actual: Expected = {
      type: type === 'form' ? 'form' : 'unknown',
      mode: form?.mode ?? null,
      positions: positions.map((p) => ({ ...p, path: [...p.path] })),
    };
    expect(differences(expected, actual, new JSDOM(bytes).window.document)).toEqual([]);
  });
});
