import { t } from '../i18n.ts';
import { gridBuilder } from './builder.ts';
import { readText } from './csv.ts';
import { OfficeError } from './errors.ts';
import type { Grid } from './grid.ts';
import { TextBuffer } from './text-buffer.ts';

/** What a paste brings: both forms of the same cells, either may be ''. */
export interface Pasted {
  readonly html: string;
  readonly text: string;
}

const LARGEST = 20_000_000;
const BLOCKS = new Set(['p', 'div', 'li', 'tr', 'table', 'ul', 'ol', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6']);
const UNSEEN = new Set(['style', 'script', 'head', 'del', 'template', 'noscript']);

/** Text and links of a cell's content; line ends of the markup itself are spaces, `br` and blocks are lines. */
function collect(node: Node, buffer: TextBuffer, bold: boolean): void {
  for (const child of node.childNodes) {
    if (child.nodeType === 3) {
      const text = (child.nodeValue ?? '').replace(/[ \t\r\n]+/g, ' ');
      buffer.add(buffer.text === '' || buffer.text.endsWith('\n') ? text.trimStart() : text, bold);
      continue;
    }
    if (child.nodeType !== 1) continue;
    const element = child as Element;
    const name = element.localName;
    if (UNSEEN.has(name) || /display:\s*none|mso-hide:\s*all/i.test(element.getAttribute('style') ?? ''))
      continue;
    if (name === 'br') {
      buffer.add('\n', false);
      continue;
    }
    if (BLOCKS.has(name)) buffer.newLine();
    const href = name === 'a' ? element.getAttribute('href') : null;
    if (href) buffer.openLink(href);
    collect(element, buffer, bold || name === 'b' || name === 'strong');
    if (href) buffer.closeLink();
    if (BLOCKS.has(name)) buffer.newLine();
  }
}

function span(cell: Element, name: string): number {
  return Math.min(Math.max(1, Number(cell.getAttribute(name)) || 1), 1000);
}

function readTable(table: Element, number: number): Grid {
  const grid = gridBuilder({
    name: t('office.place.table', { table: number }),
    document: true,
    place: (row, column) => t('office.place.pasted', { table: number, row: row + 1, column: column + 1 }),
  });
  const taken = new Set<string>();
  const rows = [...table.querySelectorAll('tr')].filter((row) => row.closest('table') === table);
  for (const [r, row] of rows.entries()) {
    if (/display:\s*none/i.test(row.getAttribute('style') ?? '')) grid.hideRow(r);
    let column = 0;
    for (const cell of row.children) {
      if (cell.localName !== 'td' && cell.localName !== 'th') continue;
      while (taken.has(`${r},${column}`)) column++;
      const height = Math.min(span(cell, 'rowspan'), rows.length - r);
      const width = span(cell, 'colspan');
      for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) taken.add(`${r + y},${column + x}`);
      const buffer = new TextBuffer();
      collect(cell, buffer, cell.localName === 'th');
      const text = buffer.text.trimEnd();
      grid.cell(r, column, {
        text,
        links: buffer.links.filter((link) => link.end <= text.length),
        bold: buffer.bold,
      });
      grid.merge(r, column, height, width);
      column += width;
      grid.widen(column);
    }
  }
  return grid.build();
}

/**
 * Cells pasted from Excel, Word or a browser. The HTML keeps links and merged cells; without a table in it the tabbed
 * text is read. `parseHtml` parses without running anything (`DOMParser`); it is given, because this room knows no page.
 * Throws `OfficeError` for an empty paste.
 */
export function readClipboard(pasted: Pasted, parseHtml: (html: string) => Document): Grid[] {
  if (pasted.html.length > LARGEST || pasted.text.length > LARGEST) throw new OfficeError('too-big');
  if (/<table/i.test(pasted.html)) {
    const tables = [...parseHtml(pasted.html).querySelectorAll('table')];
    const grids = tables
      .map((table, index) => readTable(table, index + 1))
      .filter((grid) => grid.rows.length > 0);
    if (grids.length > 0) return grids;
  }
  if (pasted.text.trim() === '') throw new OfficeError('empty');
  return [readText(pasted.text, t('office.place.table', { table: 1 }))];
}
