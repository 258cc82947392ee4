import { OfficeError } from '../errors.ts';
import type { Grid } from '../grid.ts';
import { readRelations, readXml } from '../xml.ts';
import type { Archive } from '../zip.ts';
import { readSheet } from './sheet.ts';
import { readSharedStrings } from './strings.ts';
import { readStyles } from './styles.ts';

/**
 * .xlsx. Read here over fflate, saxes and numfmt: read-excel-file gives values, and this needs what a person sees
 * (number formats), hyperlinks, `=HYPERLINK()`, merged cells, hidden rows and columns, and places in the sheet.
 */

interface SheetEntry {
  readonly name: string;
  readonly id: string;
  readonly hidden: boolean;
}

/** All sheets in the workbook's order, hidden ones too. `main` is the workbook's part. Throws `OfficeError`. */
export function readXlsx(archive: Archive, main: string): Grid[] {
  const sheets: SheetEntry[] = [];
  let since1904 = false;
  readXml(archive, main, {
    open(name, attributes) {
      if (name === 'workbookPr') since1904 = /^(1|true)$/.test(attributes.get('date1904') ?? '');
      else if (name === 'sheet')
        sheets.push({
          name: attributes.get('name') ?? '',
          id: attributes.prefixed('id') ?? '',
          hidden: /hidden/i.test(attributes.get('state') ?? ''),
        });
    },
  });
  const relations = readRelations(archive, main);
  const partOf = (type: string): string =>
    [...relations.values()].find((it) => it.type === type)?.target ?? '';
  const book = {
    strings: readSharedStrings(archive, partOf('sharedStrings') || 'xl/sharedStrings.xml'),
    styles: readStyles(archive, partOf('styles') || 'xl/styles.xml'),
    since1904,
  };
  const grids: Grid[] = [];
  for (const [index, sheet] of sheets.entries()) {
    const relation = relations.get(sheet.id);
    if (relation && relation.type !== 'worksheet') continue;
    const part = relation?.target ?? `xl/worksheets/sheet${index + 1}.xml`;
    grids.push(readSheet(archive, part, sheet.name, sheet.hidden, book));
  }
  if (sheets.length === 0) throw new OfficeError('damaged');
  return grids;
}
