import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { looksLikeCriteria } from '../../lib/criteria/import/columns.ts';
import { readCriteria } from '../../lib/criteria/import/read.ts';
import { readPdfGrids } from '../../lib/office/pdf/read.ts';
import { readGrids } from '../../lib/office/read.ts';
import { isPreparationTable } from '../../lib/office/table/read.ts';

/**
 * Criteria documents, discovered: NAME.docx, .xlsx, .pdf and .csv must all give NAME.expected.json.
 * `UPDATE_CRITERIA=1` writes a missing expectation from the .docx; it has to be read before it is kept.
 */
const FOLDER = 'tests/fixtures/criteria';
const files = readdirSync(FOLDER).filter((file) => /\.(docx|xlsx|pdf|csv)$/.test(file));

async function understood(file: string): Promise<unknown> {
  const bytes = new Uint8Array(readFileSync(`${FOLDER}/${file}`));
  const grids = await (file.endsWith('.pdf') ? readPdfGrids(bytes) : readGrids(bytes, file));
  expect(looksLikeCriteria(grids)).toBe(true);
  const { positions, directions, checks } = readCriteria(grids, file);
  // Lines of a cell are parted differently by the formats.
  const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ');
  return {
    directions: directions.map(({ code, title, max }) => ({ code, title, max })),
    positions: positions.map(({ path, text, criterion, points }) => ({
      path,
      text,
      criterion: oneLine(criterion),
      points,
    })),
    checks: checks.map(({ level, name, stated, ok }) => ({ level, name, stated, ok })),
  };
}

describe('criteria documents', () => {
  it.each(files)('%s', async (file) => {
    const expected = `${FOLDER}/${file.replace(/\.\w+$/, '')}.expected.json`;
    const found = await understood(file);
    if (!existsSync(expected) && process.env.UPDATE_CRITERIA)
      writeFileSync(expected, `${JSON.stringify(found, null, 1)}\n`);
    const wanted = JSON.parse(readFileSync(expected, 'utf8'));
    for (const position of wanted.positions) position.criterion = position.criterion.replaceAll(/\s+/g, ' ');
    expect(found).toEqual(wanted);
  });
});

describe('a criteria document that speaks of links', () => {
  const rows = [
    'Позиция;Критерий;Баллы',
    'Наличие муниципальных показателей;Документ содержит описание подходов и ссылку на региональные показатели;1',
    'Страницы мониторинга на сайте;Указана ссылка на документ и его наименование;2',
    'Адресные рекомендации по итогам;Приведены ссылки на рекомендации, указаны страницы;1',
  ];

  it('is no preparation table', async () => {
    const grids = await readGrids(new TextEncoder().encode(rows.join('\n')), 'критерии.csv');
    expect(isPreparationTable(grids)).toBe(false);
    expect(readCriteria(grids, 'критерии.csv').positions).toHaveLength(3);
  });

  it('is one where addresses stand under the header', async () => {
    const table = 'Позиция;Ссылка;Комментарий\nНаличие показателей;https://a.ru/1.pdf;с. 3\nНаличие плана;;';
    expect(isPreparationTable(await readGrids(new TextEncoder().encode(table), 'т.csv'))).toBe(true);
  });
});

/** A PDF of one empty page, as a scanner makes it but for the image. */
function emptyPdf(): Uint8Array {
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>',
  ];
  let text = '%PDF-1.4\n';
  const offsets = objects.map((object, i) => {
    const at = text.length;
    text += `${i + 1} 0 obj${object}endobj\n`;
    return at;
  });
  const xref = text.length;
  text += `xref\n0 4\n0000000000 65535 f \n${offsets.map((o) => `${String(o).padStart(10, '0')} 00000 n \n`).join('')}`;
  text += `trailer<</Size 4/Root 1 0 R>>\nstartxref\n${xref}\n%%EOF`;
  return new TextEncoder().encode(text);
}

describe('PDFs that cannot be read', () => {
  it('a scan is refused with what to do', async () => {
    await expect(readPdfGrids(emptyPdf())).rejects.toThrow(/нет текста.*Нужен файл/);
  });

  it('a damaged one, and something else by that name', async () => {
    const whole = readFileSync(`${FOLDER}/levels.pdf`);
    await expect(readPdfGrids(new Uint8Array(whole.subarray(0, 300)))).rejects.toThrow(
      /не читается|нет текста/,
    );
    await expect(readPdfGrids(new TextEncoder().encode('не PDF'))).rejects.toThrow(/не читается/);
  });
});
