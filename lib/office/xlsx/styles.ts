import { dateFromSerial, format as formatNumber, getFormatDateInfo } from 'numfmt';
import type { CellDate } from '../grid.ts';
import { readXml } from '../xml.ts';
import type { Archive } from '../zip.ts';

/** How a cell looks, as far as it matters here. */
export interface CellStyle {
  readonly format: string;
  readonly bold: boolean;
}

/** Formats of ECMA-376, 18.8.30, that files name by number only, as Excel in Russian shows them. */
const BUILT_IN: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  12: '# ?/?',
  13: '# ??/??',
  14: 'dd.mm.yyyy',
  15: 'dd.mmm.yy',
  16: 'dd.mmm',
  17: 'mmm.yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'dd.mm.yyyy h:mm',
  37: '#,##0;-#,##0',
  38: '#,##0;-#,##0',
  39: '#,##0.00;-#,##0.00',
  40: '#,##0.00;-#,##0.00',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss.0',
  48: '##0.0E+0',
  49: '@',
};

const isOn = (value: string | undefined): boolean => value !== '0' && value !== 'false';

/** Cell styles of the workbook by index; an empty list when it has no styles at all. */
export function readStyles(archive: Archive, part: string): CellStyle[] {
  const formats = new Map<number, string>();
  const fonts: boolean[] = [];
  const styles: CellStyle[] = [];
  let inside = '';
  readXml(archive, part, {
    open(name, attributes) {
      if (name === 'fonts' || name === 'cellXfs' || name === 'dxfs' || name === 'cellStyleXfs') inside = name;
      else if (name === 'numFmt' && inside !== 'dxfs')
        formats.set(Number(attributes.get('numFmtId')), attributes.get('formatCode') ?? '');
      else if (name === 'font' && inside === 'fonts') fonts.push(false);
      else if (name === 'b' && inside === 'fonts') fonts[fonts.length - 1] = isOn(attributes.get('val'));
      else if (name === 'xf' && inside === 'cellXfs') {
        const id = Number(attributes.get('numFmtId') ?? 0);
        styles.push({
          format: formats.get(id) ?? BUILT_IN[id] ?? 'General',
          bold: fonts[Number(attributes.get('fontId') ?? 0)] ?? false,
        });
      }
    },
    close(name) {
      if (name === inside) inside = '';
    },
  });
  return styles;
}

/** Text of a number as Excel in Russian shows it; formats that cannot be read show the number itself. */
export function showNumber(value: number, format: string): string {
  try {
    return formatNumber(format, value, { locale: 'ru', throws: true }).trim();
  } catch {
    return String(value).replace('.', ',');
  }
}

/** The day a number stands for, when its format shows days, months or years; null for plain numbers and times. */
export function dateOf(value: number, format: string, since1904: boolean): CellDate | null {
  let info: ReturnType<typeof getFormatDateInfo>;
  try {
    info = getFormatDateInfo(format);
  } catch {
    return null;
  }
  if (!info.year && !info.month && !info.day) return null;
  // The 1904 calendar (old Macs) counts from 1462 days later: ECMA-376, 18.17.4.1.
  const parts = dateFromSerial(value + (since1904 ? 1462 : 0));
  if (!parts) return null;
  const [year, month, day] = parts;
  return { year, month, day, showsDay: info.day, showsYear: info.year };
}
