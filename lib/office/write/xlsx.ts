import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { OutLine, TableLayout } from './layout.ts';
import { TITLE } from './layout.ts';

/**
 * The preparation table as .xlsx, ready for print: landscape, as wide as the page, the header on every page.
 * Every cell is text: kept as text when edited again («quotePrefix», format «@»), so cells that begin with = + - @
 * are never taken for formulas, and codes and pages never become numbers or dates.
 */

const WIDTHS: Readonly<Record<string, number>> = {
  'Позиции оценивания': 42,
  'Ссылка на документ': 38,
  'Наименование документа': 34,
  'Страницы для экспертизы': 14,
  '№': 6,
};

interface OutCell {
  value: string;
  type: StringConstructor;
  format: '@';
  wrap: true;
  alignVertical: 'top' | 'center';
  align?: 'center';
  fontWeight?: 'bold';
  backgroundColor?: string;
  borderStyle: 'thin';
  rowSpan?: number;
  columnSpan?: number;
}

/** «_x00A0_» in a text is no escape of the format: its first sign is written as one. */
function verbatim(text: string): string {
  return text.replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_');
}

function cell(text: string, more: Partial<OutCell> = {}): OutCell {
  const value = verbatim(text);
  return { value, type: String, format: '@', wrap: true, alignVertical: 'top', borderStyle: 'thin', ...more };
}

function rowsOf(line: OutLine, layout: TableLayout): (OutCell | null)[][] {
  const width = layout.headers.length;
  const rest = Array.from({ length: width - 1 }, () => null);
  if (line.kind === 'heading')
    return [
      [cell(line.text, { columnSpan: width, fontWeight: 'bold', backgroundColor: '#EEF2F7' }), ...rest],
    ];
  return line.rows.map((row, index) => {
    const span = line.rows.length > 1 ? { rowSpan: line.rows.length } : {};
    const head = [...(layout.headers[0] === '№' ? [line.number] : []), ...line.headings, line.text];
    return [
      ...head.map((text) => (index === 0 ? cell(text, span) : null)),
      ...[row.url, row.name, row.pages, row.comment].map((text) => cell(text)),
    ];
  });
}

/** Print settings and «text stays text» that the library does not write: added to its parts. */
function finish(bytes: Uint8Array, sheet: string): Uint8Array {
  const parts = unzipSync(bytes);
  const change = (name: string, edit: (xml: string) => string): void => {
    const part = parts[name];
    if (part) parts[name] = strToU8(edit(strFromU8(part)));
  };
  change('xl/styles.xml', (xml) => xml.replaceAll('<xf numFmtId', '<xf quotePrefix="1" numFmtId'));
  change('xl/workbook.xml', (xml) =>
    xml.replace(
      /<definedNames\/>|<definedNames><\/definedNames>/,
      `<definedNames><definedName name="_xlnm.Print_Titles" localSheetId="0">'${sheet}'!$2:$2</definedName></definedNames>`,
    ),
  );
  change('xl/worksheets/sheet1.xml', (xml) =>
    xml
      .replace(/(<worksheet[^>]*>)/, '$1<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>')
      .replace(/<pageSetup[^>]*\/>/, '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>'),
  );
  return zipSync(parts, { level: 6 });
}

/** Bytes of the workbook. */
export async function writeXlsx(layout: TableLayout): Promise<Uint8Array> {
  const { default: writeExcelFile } = await import('write-excel-file/universal');
  const width = layout.headers.length;
  const title = cell(TITLE, { columnSpan: width, fontWeight: 'bold', align: 'center' });
  const header = layout.headers.map((text) =>
    cell(text, { fontWeight: 'bold', align: 'center', alignVertical: 'center', backgroundColor: '#DCE4EE' }),
  );
  const data = [
    [title, ...Array.from({ length: width - 1 }, () => null)],
    header,
    ...layout.lines.flatMap((line) => rowsOf(line, layout)),
  ];
  const sheet = 'Подготовка документов';
  const blob = await writeExcelFile(data, {
    sheet,
    orientation: 'landscape',
    stickyRowsCount: 2,
    columns: layout.headers.map((text) => ({ width: WIDTHS[text] ?? 40 })),
  }).toBlob();
  return finish(new Uint8Array(await blob.arrayBuffer()), sheet);
}
