import { strToU8, zipSync } from 'fflate';
import { columnName } from '../../../lib/office/grid.ts';
import { DECLARATION, escapeXml, type Sheet, type SheetCell } from './sheet.ts';

/** Ways in which programs write one and the same workbook. */
export interface XlsxStyle {
  /** `shared` as Excel, `inline` as report generators, `str` as formula results. */
  readonly strings?: 'shared' | 'inline' | 'str';
  /** Namespaces of ISO 29500 Strict. */
  readonly strict?: boolean;
  /** Relation targets from the root (`/xl/…`), as some producers write them. */
  readonly absolute?: boolean;
  /** No `r` attributes on rows and cells. */
  readonly bare?: boolean;
  /** Every element with a prefix (`x:row`), as the Open XML SDK writes. */
  readonly prefix?: string;
  /** Extra parts of the archive. */
  readonly extra?: Readonly<Record<string, string>>;
}

const NS = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const STRICT_NS = 'http://purl.oclc.org/ooxml/spreadsheetml/main';
const STRICT_REL = 'http://purl.oclc.org/ooxml/officeDocument/relationships';

/** Bytes of an .xlsx with these sheets. */
/** As a spreadsheet writes a text: «_x00A0_» typed by a person is no escape of it. */
function textXml(text: string): string {
  return escapeXml(text.replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_'));
}

export function xlsx(sheets: readonly Sheet[], style: XlsxStyle = {}): Uint8Array {
  const main = style.strict ? STRICT_NS : NS;
  const relation = style.strict ? STRICT_REL : REL;
  const p = style.prefix ? `${style.prefix}:` : '';
  const declare = style.prefix ? `xmlns:${style.prefix}="${main}"` : `xmlns="${main}"`;
  const formats = [
    ...new Set(sheets.flatMap((it) => it.rows.flat().flatMap((c) => (c?.value ? [c.value.format] : [])))),
  ];
  const strings: string[] = [];
  const parts: Record<string, string> = {};

  function value(cell: SheetCell, at: string): string {
    const r = style.bare ? '' : ` r="${at}"`;
    const s = cell.value ? ` s="${2 + formats.indexOf(cell.value.format)}"` : cell.bold ? ' s="1"' : '';
    if (cell.value) return `<${p}c${r}${s}><${p}v>${cell.value.serial}</${p}v></${p}c>`;
    if (cell.formula)
      return `<${p}c${r}${s} t="str"><${p}f>HYPERLINK("${escapeXml(cell.link ?? '')}","${escapeXml(cell.text)}")</${p}f><${p}v>${textXml(cell.text)}</${p}v></${p}c>`;
    const space = ' xml:space="preserve"';
    if (style.strings === 'inline')
      return `<${p}c${r}${s} t="inlineStr"><${p}is><${p}t${space}>${textXml(cell.text)}</${p}t></${p}is></${p}c>`;
    if (style.strings === 'str') return `<${p}c${r}${s} t="str"><${p}v>${textXml(cell.text)}</${p}v></${p}c>`;
    strings.push(cell.text);
    return `<${p}c${r}${s} t="s"><${p}v>${strings.length - 1}</${p}v></${p}c>`;
  }

  const names = sheets.map((it, index) => {
    const links: string[] = [];
    const merges: string[] = [];
    const rows = it.rows.map((row, r) => {
      const cells = row.map((c, column) => {
        const at = `${columnName(column)}${r + 1}`;
        if (!c) return style.bare ? `<${p}c/>` : '';
        if (c.link && !c.formula) links.push(`${at}\n${c.link}`);
        if ((c.rows ?? 1) > 1 || (c.columns ?? 1) > 1)
          merges.push(`${at}:${columnName(column + (c.columns ?? 1) - 1)}${r + (c.rows ?? 1)}`);
        return value(c, at);
      });
      const hidden = it.hiddenRows?.includes(r) ? ' hidden="1"' : '';
      return `<${p}row${style.bare ? '' : ` r="${r + 1}"`}${hidden}>${cells.join('')}</${p}row>`;
    });
    const columns = (it.hiddenColumns ?? [])
      .map((c) => `<${p}col min="${c + 1}" max="${c + 1}" width="9" hidden="1"/>`)
      .join('');
    const hyperlinks = links.map(
      (link, i) => `<${p}hyperlink ref="${link.split('\n')[0]}" r:id="rId${i + 1}"/>`,
    );
    parts[`xl/worksheets/sheet${index + 1}.xml`] =
      `${DECLARATION}<${p}worksheet ${declare} xmlns:r="${relation}">${columns ? `<${p}cols>${columns}</${p}cols>` : ''}<${p}sheetData>${rows.join('')}</${p}sheetData>` +
      (merges.length
        ? `<${p}mergeCells>${merges.map((m) => `<${p}mergeCell ref="${m}"/>`).join('')}</${p}mergeCells>`
        : '') +
      (hyperlinks.length ? `<${p}hyperlinks>${hyperlinks.join('')}</${p}hyperlinks>` : '') +
      `</${p}worksheet>`;
    if (links.length)
      parts[`xl/worksheets/_rels/sheet${index + 1}.xml.rels`] = rels(
        links.map((link, i) => ({
          id: `rId${i + 1}`,
          type: `${relation}/hyperlink`,
          target: link.slice(link.indexOf('\n') + 1),
          external: true,
        })),
      );
    const state = it.hidden ? ' state="hidden"' : '';
    return `<${p}sheet name="${escapeXml(it.name)}" sheetId="${index + 1}"${state} r:id="rId${index + 1}"/>`;
  });
  const root = style.absolute ? '/xl/' : '';
  parts['xl/workbook.xml'] =
    `${DECLARATION}<${p}workbook ${declare} xmlns:r="${relation}"><${p}sheets>${names.join('')}</${p}sheets></${p}workbook>`;
  const shared = strings.length > 0 && style.strings !== 'inline';
  parts['xl/_rels/workbook.xml.rels'] = rels([
    ...sheets.map((_, index) => ({
      id: `rId${index + 1}`,
      type: `${relation}/worksheet`,
      target: `${root}worksheets/sheet${index + 1}.xml`,
    })),
    { id: 'rIdS', type: `${relation}/styles`, target: `${root}styles.xml` },
    ...(shared
      ? [{ id: 'rIdT', type: `${relation}/sharedStrings`, target: `${root}sharedStrings.xml` }]
      : []),
  ]);
  parts['xl/styles.xml'] =
    `${DECLARATION}<styleSheet xmlns="${main}"><numFmts>${formats.map((f, i) => `<numFmt numFmtId="${170 + i}" formatCode="${escapeXml(f)}"/>`).join('')}</numFmts>` +
    `<fonts><font/><font><b/></font></fonts><cellXfs><xf numFmtId="0" fontId="0"/><xf numFmtId="0" fontId="1"/>${formats.map((_, i) => `<xf numFmtId="${170 + i}" fontId="0"/>`).join('')}</cellXfs></styleSheet>`;
  if (shared)
    parts['xl/sharedStrings.xml'] =
      `${DECLARATION}<sst xmlns="${main}">${strings.map((s) => `<si><t xml:space="preserve">${textXml(s)}</t></si>`).join('')}</sst>`;
  parts['_rels/.rels'] = rels([
    {
      id: 'rId1',
      type: `${relation}/officeDocument`,
      target: style.absolute ? '/xl/workbook.xml' : 'xl/workbook.xml',
    },
  ]);
  parts['[Content_Types].xml'] =
    `${DECLARATION}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/></Types>`;
  return archive({ ...parts, ...style.extra });
}

interface RelationDraft {
  readonly id: string;
  readonly type: string;
  readonly target: string;
  readonly external?: boolean;
}

/** A relations part. */
export function rels(relations: readonly RelationDraft[]): string {
  return `${DECLARATION}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relations
    .map(
      (it) =>
        `<Relationship Id="${it.id}" Type="${it.type}" Target="${escapeXml(it.target)}"${it.external ? ' TargetMode="External"' : ''}/>`,
    )
    .join('')}</Relationships>`;
}

/** A zip of text parts. */
export function archive(parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  return zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part]),
    ),
  );
}
