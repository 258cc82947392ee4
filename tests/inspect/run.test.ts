import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { inspect, parseArguments } from '../../lib/inspect/run.ts';
import type { Pack } from '../../lib/model/pack.ts';

const REAL = 'tests/fixtures/tables/01-openpyxl-merged.xlsx';
const OTHER = 'tests/fixtures/tables/03-word-merged.docx';
const PAGE = 'tests/fixtures/pages/accordion-heads-without-tablist.html';
const TRAINING = /придуманы для тренировки/;

async function run(...args: string[]): Promise<{ status: number; out: string[]; error: string[] }> {
  const options = parseArguments(args);
  if (!options) throw new Error('these arguments are not understood');
  const out: string[] = [];
  const error: string[] = [];
  const status = await inspect(options, { out: (line) => out.push(line), error: (line) => error.push(line) });
  return { status, out, error };
}

/** A folder with a table of positions that only the training criteria know. */
function training(): string {
  const pack = JSON.parse(readFileSync('assets/packs/training-mum.json', 'utf8')) as Pack;
  const [direction] = pack.directions;
  const track = direction?.tracks[0];
  const lines = (track?.components ?? []).flatMap((component) =>
    component.positions.map(({ text }) =>
      [
        `${direction?.code}. ${direction?.name}`,
        track?.name,
        component.name,
        text,
        'https://uo.example.ru/a.pdf',
      ].join('\t'),
    ),
  );
  const file = join(mkdtempSync(join(tmpdir(), 'inspect-')), 'учебная.tsv');
  const head = ['Направление', 'Трек', 'Компонент', 'Позиции оценивания', 'Ссылка на документ'].join('\t');
  writeFileSync(file, [head, ...lines].join('\n'));
  return file;
}

describe('several files', () => {
  it('are an overview: a line each, the refused ones with the reason, and the sums', async () => {
    const { status, out, error } = await run(REAL, 'нет-такого.xlsx', OTHER);
    expect(status).toBe(2);
    expect(error).toEqual(['нет-такого.xlsx: нет такого файла']);
    expect(out[0]).toMatch(/позиций +ссылок +ошибок +предупреждений +файл/);
    expect(out[1]).toMatch(/^ +4 +5 +0 +1 +tests\/fixtures\/tables\/01-openpyxl-merged\.xlsx — таблица/);
    expect(out[2]).toMatch(/нет-такого\.xlsx — не прочитан: нет такого файла$/);
    expect(out[4]).toMatch(/^ +8 +10 +0 +2 +всего в 2 файлах, не прочитан 1 файл$/);
    expect(out[5]).toMatch(/--details/);
    expect(out).toHaveLength(6);
  });

  it('are told in full below it where details are asked for', async () => {
    const { out } = await run('--details', REAL, OTHER);
    const [one] = (await run(REAL)).out;
    expect(out.at(-2)).toBe(`\n${one}`);
    expect(out.join('\n')).not.toMatch(/--details/);
  });

  it('are a line of JSON each, and nothing else', async () => {
    const { out } = await run('--json', REAL, OTHER);
    expect(out.map((line) => Object.keys(JSON.parse(line) as object))).toEqual(
      [1, 2].map(() => ['file', 'type', 'mode', 'positions', 'findings']),
    );
  });
});

describe('criteria made up for training', () => {
  it('are said to be that, once a report, where only they fit', async () => {
    const file = training();
    const [report = ''] = (await run(file)).out;
    expect(report).toMatch(/\[training-mum/);
    expect(report.match(new RegExp(TRAINING, 'g'))).toHaveLength(1);
    const { out } = await run(file, file);
    expect(out.filter((line) => TRAINING.test(line))).toHaveLength(1);
    const json = (await run('--json', file)).out.join('\n');
    expect(json).not.toMatch(TRAINING);
  });

  it('need no words where they were asked for', async () => {
    const { out } = await run('--pack', 'assets/packs/training-mum.json', training());
    expect(out.join('\n')).toMatch(/\[training-mum/);
    expect(out.join('\n')).not.toMatch(TRAINING);
  });

  it('say nothing of a form of which they know a position or two', async () => {
    const { out } = await run('tests/fixtures/pages/php-table-rowspan.html');
    expect(out.join('\n')).not.toMatch(/training-|придуманы/);
  });
});

describe('reasons', () => {
  it('are told in words', async () => {
    const [report = ''] = (await run('--explain', PAGE)).out;
    const reasons = report.split('\n').filter((line) => line.includes(' · '));
    expect(reasons[0]).toMatch(/уверенность: 100 %/);
    expect(reasons[1]).toMatch(/текст позиции: стоит перед полями.* — <p class="q"> \(вес \+0,2\)/);
    for (const reason of reasons) expect(reason).not.toMatch(/(?:^|· )(?:text|url|comment|path|score)\b/);
  });

  it('of a table say where it stands', async () => {
    const [report = ''] = (await run('--explain', REAL)).out;
    expect(report).toMatch(/где стоит: лист «[^»]+», ячейка [A-Z]+\d+/);
    expect(report).not.toMatch(/!A\d/);
  });
});
