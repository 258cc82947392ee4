import { readCsv } from '../../../lib/office/csv.ts';
import { readTableGrids } from '../../../lib/office/table/read.ts';
import type { ColumnChoices, TableResult } from '../../../lib/office/table/types.ts';

/** Cells copied from Excel, Word or any page, as the tabbed text every one of them puts on the clipboard. */
export function readPasted(
  pasted: { readonly html: string; readonly text: string },
  choices: ColumnChoices,
): TableResult {
  return readTableGrids([readCsv(new TextEncoder().encode(pasted.text), 'pasted.tsv')], choices);
}
