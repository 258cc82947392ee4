import { DECLARATION, escapeXml, type Sheet, type SheetCell } from './sheet.ts';
import { archive } from './xlsx.ts';

function content(cell: SheetCell): string {
  const link = (text: string, target?: string): string =>
    target ? `<text:a xlink:href="${escapeXml(target)}">${escapeXml(text)}</text:a>` : escapeXml(text);
  const pieces =
    cell.pieces ?? cell.text.split('\n').map((text) => ({ text, ...(cell.link ? { link: cell.link } : {}) }));
  return pieces.map((piece) => `<text:p>${link(piece.text, piece.link)}</text:p>`).join('');
}

/** Bytes of an .ods with these sheets, as a program other than LibreOffice would write it. */
export function ods(sheets: readonly Sheet[]): Uint8Array {
  const tables = sheets.map((sheet) => {
    const covered = new Set<string>();
    const rows = sheet.rows.map((row, r) => {
      const cells = row.map((cell, c) => {
        if (covered.has(`${r},${c}`)) return '<table:covered-table-cell/>';
        if (!cell) return '<table:table-cell/>';
        for (let dr = 0; dr < (cell.rows ?? 1); dr++)
          for (let dc = 0; dc < (cell.columns ?? 1); dc++)
            if (dr + dc > 0) covered.add(`${r + dr},${c + dc}`);
        const spans =
          (cell.rows ?? 1) * (cell.columns ?? 1) > 1
            ? ` table:number-rows-spanned="${cell.rows ?? 1}" table:number-columns-spanned="${cell.columns ?? 1}"`
            : '';
        const bold = cell.bold ? ' table:style-name="b"' : '';
        return `<table:table-cell office:value-type="string"${bold}${spans}>${content(cell)}</table:table-cell>`;
      });
      const hidden = sheet.hiddenRows?.includes(r) ? ' table:visibility="filter"' : '';
      return `<table:table-row${hidden}>${cells.join('')}</table:table-row>`;
    });
    return `<table:table table:name="${escapeXml(sheet.name)}"><table:table-column table:number-columns-repeated="16384"/>${rows.join('')}<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table>`;
  });
  return archive({
    mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
    'content.xml': `${DECLARATION}<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:xlink="http://www.w3.org/1999/xlink"><office:automatic-styles><style:style style:name="b" style:family="table-cell"><style:text-properties fo:font-weight="bold"/></style:style></office:automatic-styles><office:body><office:spreadsheet>${tables.join('')}</office:spreadsheet></office:body></office:document-content>`,
  });
}
