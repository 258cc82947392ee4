import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openPack } from '../../lib/criteria/open.ts';
import { alignPositions, SURE_FROM } from '../../lib/import/align.ts';
import { checkTable } from '../../lib/import/check.ts';
import { packSchema } from '../../lib/model/pack.ts';

const pack = packSchema.parse(JSON.parse(readFileSync('assets/packs/training-mum.json', 'utf8')));
const all = openPack(pack).entries.map(({ direction, track, component, position }) => ({
  path: [`${direction.code}. ${direction.name}`, track.name, component.name],
  text: position.text,
}));

describe('alignPositions', () => {
  it('finds every position of a full table in a full form', () => {
    const found = alignPositions(all, all);
    expect(found.map((one) => one?.target)).toEqual(all.map((_, index) => index));
    expect(found.every((one) => (one?.certainty ?? 0) >= SURE_FROM)).toBe(true);
  });

  it('finds them when the table is only one direction, in another order of headings, with typing errors', () => {
    const from = all.findIndex(({ path }) => path[0]?.startsWith('2.3'));
    const part = all.slice(from, from + 30).map(({ path, text }) => ({
      path: path.map((heading) => heading.toUpperCase()),
      text: text.replace(/и/, 'е').replace(/\s/g, '  '),
    }));
    const found = alignPositions(part, all);
    expect(found.map((one) => one?.target)).toEqual(part.map((_, index) => from + index));
  });

  it('keeps headings that come again later on the page in their places', () => {
    const targets = [
      { path: ['1.1. А', 'Т', 'Цели'], text: 'Первая позиция о целях' },
      { path: ['1.2. Б', 'Т', 'Цели'], text: 'Вторая позиция о мониторинге' },
      { path: ['1.1. А', 'Т', 'Цели'], text: 'Третья позиция о показателях' },
    ];
    expect(alignPositions(targets, targets).map((one) => one?.target)).toEqual([0, 1, 2]);
  });

  it('finds nothing for what the form does not have', () => {
    const stranger = { path: ['9.9. Столовая'], text: 'Меню на понедельник утверждено заведующей' };
    expect(alignPositions([stranger], all)).toEqual([null]);
  });
});

describe('checkTable', () => {
  it('finds in a table what it would find in the form', () => {
    const row = (url: string) => ({
      url,
      comment: '',
      name: '',
      pages: '',
      place: 'B2',
      file: 'а',
      fullComment: '',
    });
    const rows = [1, 2, 3, 4, 5, 6].map((n) => row(`https://edu.example.ru/docs/${n}.pdf`));
    const findings = checkTable([{ path: ['1.1. А'], text: 'П', rows, place: 'A2', file: 'а' }], {
      criterion: () => null,
      facts: () => null,
      harmfulPhrases: [],
      noLowSchools: null,
    });
    expect(findings.map((finding) => finding.rule)).toContain('max-links');
  });
});
