import { DECLARATION, escapeXml, type Piece, type Sheet, type SheetCell } from './sheet.ts';
import { archive, rels } from './xlsx.ts';

/** Ways in which programs write one and the same Word table. */
export interface DocxStyle {
  /** How links are kept: relation as Word, field code as older files, simple field as generators. */
  readonly links?: 'relation' | 'field' | 'simple';
  /** Deleted text in every cell and inserted marks around the rest. */
  readonly changes?: boolean;
  /** Words cut into many runs, with soft hyphens between. */
  readonly shredded?: boolean;
  /** Raw XML before and after the tables. */
  readonly before?: string;
  readonly after?: string;
}

const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** One paragraph outside tables. */
export function paragraph(text: string, style = ''): string {
  return `<w:p>${style ? `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>` : ''}<w:r><w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r></w:p>`;
}

/** Bytes of a .docx with a table for each sheet; `leads` are paragraphs (raw XML) before each table. */
export function docx(
  sheets: readonly Sheet[],
  style: DocxStyle = {},
  leads: readonly string[] = [],
): Uint8Array {
  const targets: string[] = [];

  function run(text: string, bold: boolean): string {
    const properties = bold ? '<w:rPr><w:b/></w:rPr>' : '';
    const t = (piece: string): string => `<w:t xml:space="preserve">${escapeXml(piece)}</w:t>`;
    if (!style.shredded) return `<w:r>${properties}${t(text)}</w:r>`;
    return (text.match(/.{1,3}/gsu) ?? [])
      .map((piece) => `<w:r>${properties}${t(piece)}<w:softHyphen/></w:r>`)
      .join('');
  }

  function linked(piece: Piece, bold: boolean): string {
    if (!piece.link) return run(piece.text, bold);
    if (style.links === 'field')
      return `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> HYPERLINK "${escapeXml(piece.link)}" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run(piece.text, bold)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
    if (style.links === 'simple')
      return `<w:fldSimple w:instr=" HYPERLINK &quot;${escapeXml(piece.link)}&quot; ">${run(piece.text, bold)}</w:fldSimple>`;
    targets.push(piece.link);
    return `<w:hyperlink r:id="rIdL${targets.length}">${run(piece.text, bold)}</w:hyperlink>`;
  }

  function paragraphs(cell: SheetCell | null): string {
    if (!cell || cell.text === '') return '<w:p/>';
    const pieces = cell.pieces ?? [{ text: cell.text, ...(cell.link ? { link: cell.link } : {}) }];
    const changed = (inner: string): string =>
      style.changes
        ? `<w:del w:id="1" w:author="a"><w:r><w:delText>удалено </w:delText></w:r></w:del><w:ins w:id="2" w:author="a">${inner}</w:ins>`
        : inner;
    return pieces
      .flatMap((piece) => piece.text.split('\n').map((text) => ({ ...piece, text })))
      .map((piece) => `<w:p>${changed(linked(piece, cell.bold ?? false))}</w:p>`)
      .join('');
  }

  const tables = sheets.map((sheet, index) => {
    const growing = new Map<number, { left: number; columns: number }>();
    const rows = sheet.rows.map((row) => {
      const cells: string[] = [];
      const width = Math.max(...sheet.rows.map((it) => it.length));
      for (let column = 0; column < width; ) {
        const above = growing.get(column);
        const cell = row[column] ?? null;
        const columns = above?.columns ?? cell?.columns ?? 1;
        const span = columns > 1 ? `<w:gridSpan w:val="${columns}"/>` : '';
        if (above) {
          cells.push(`<w:tc><w:tcPr>${span}<w:vMerge/></w:tcPr><w:p/></w:tc>`);
          if (--above.left === 0) growing.delete(column);
        } else {
          const down = (cell?.rows ?? 1) > 1;
          if (down) growing.set(column, { left: (cell?.rows ?? 1) - 1, columns });
          cells.push(
            `<w:tc><w:tcPr>${span}${down ? '<w:vMerge w:val="restart"/>' : ''}</w:tcPr>${paragraphs(cell)}</w:tc>`,
          );
        }
        column += columns;
      }
      return `<w:tr>${cells.join('')}</w:tr>`;
    });
    return `${leads[index] ?? ''}<w:tbl><w:tblPr/><w:tblGrid/>${rows.join('')}</w:tbl>`;
  });
  return archive({
    '[Content_Types].xml': `${DECLARATION}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/></Types>`,
    '_rels/.rels': rels([{ id: 'rId1', type: `${REL}/officeDocument`, target: 'word/document.xml' }]),
    'word/document.xml': `${DECLARATION}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="${REL}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:body>${style.before ?? ''}${tables.join('<w:p/>')}${style.after ?? ''}</w:body></w:document>`,
    'word/_rels/document.xml.rels': rels(
      targets.map((target, i) => ({ id: `rIdL${i + 1}`, type: `${REL}/hyperlink`, target, external: true })),
    ),
  });
}
