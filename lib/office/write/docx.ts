import type { Paragraph, TableCell } from 'docx';
import { safeHref } from '../../reference/address.ts';
import type { OutLine, TableLayout } from './layout.ts';
import { TITLE } from './layout.ts';

/** The preparation table as .docx, ready for print: landscape A4, the header repeated on every page, rows not cut. */

/** Shares of the page's width in percent. */
const SHARES: Readonly<Record<string, number>> = {
  'Позиции оценивания': 24,
  'Ссылка на документ': 22,
  'Наименование документа': 20,
  'Страницы для экспертизы': 10,
  '№': 4,
};

/** Bytes of the document. */
export async function writeDocx(layout: TableLayout): Promise<Uint8Array> {
  const docx = await import('docx');
  const width = layout.headers.length;

  const paragraphs = (text: string, bold = false): Paragraph[] =>
    text
      .split('\n')
      .map((line) => new docx.Paragraph({ children: [new docx.TextRun({ text: line, bold, size: 20 })] }));

  /** An address is a link one can follow; anything else stays plain text. */
  function link(address: string): Paragraph[] {
    const target = safeHref(address);
    if (target === null || address.includes('\n')) return paragraphs(address);
    const run = new docx.TextRun({ text: address, style: 'Hyperlink', size: 20 });
    return [
      new docx.Paragraph({ children: [new docx.ExternalHyperlink({ link: target, children: [run] })] }),
    ];
  }

  const cell = (children: Paragraph[], more: { columnSpan?: number; rowSpan?: number } = {}): TableCell =>
    new docx.TableCell({ children, ...more });

  function rows(line: OutLine) {
    if (line.kind === 'heading')
      return [
        new docx.TableRow({
          cantSplit: true,
          children: [cell(paragraphs(line.text, true), { columnSpan: width })],
        }),
      ];
    const span = line.rows.length > 1 ? { rowSpan: line.rows.length } : {};
    const head = [...(layout.headers[0] === '№' ? [line.number] : []), ...line.headings, line.text];
    return line.rows.map(
      (row, index) =>
        new docx.TableRow({
          cantSplit: true,
          children: [
            ...(index === 0 ? head.map((text) => cell(paragraphs(text), span)) : []),
            cell(link(row.url)),
            ...[row.name, row.pages, row.comment].map((text) => cell(paragraphs(text))),
          ],
        }),
    );
  }

  const shares = layout.headers.map((text) => SHARES[text] ?? 20);
  const sum = shares.reduce((total, share) => total + share, 0);
  const table = new docx.Table({
    width: { size: 100, type: docx.WidthType.PERCENTAGE },
    // Twentieths of a point: 15,000 are the text width of a landscape A4 page.
    columnWidths: shares.map((share) => Math.round((share / sum) * 15_000)),
    rows: [
      new docx.TableRow({
        tableHeader: true,
        cantSplit: true,
        children: layout.headers.map((text) => cell(paragraphs(text, true))),
      }),
      ...layout.lines.flatMap(rows),
    ],
  });
  const document = new docx.Document({
    sections: [
      {
        properties: {
          page: {
            size: { orientation: docx.PageOrientation.LANDSCAPE, width: 11_906, height: 16_838 },
            margin: { top: 850, bottom: 850, left: 850, right: 850 },
          },
        },
        children: [...paragraphs(TITLE, true), table],
      },
    ],
  });
  const blob = await docx.Packer.toBlob(document);
  return new Uint8Array(await blob.arrayBuffer());
}
