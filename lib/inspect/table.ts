import { looksLikeCriteria } from '../criteria/import/columns.ts';
import { t } from '../i18n.ts';
import { readGrids } from '../office/read.ts';
import { tableForm } from '../office/table/form.ts';
import { isPreparationTable, readTableGrids } from '../office/table/read.ts';
import { placeText } from '../reference/place.ts';
import { criteriaResult } from './criteria.ts';
import type { FileReader, ReadResult } from './types.ts';

/** Reads a preparation table or a criteria document: their columns tell them apart. Throws `OfficeError` with a sentence for the user. */
export async function readTableFile(bytes: Uint8Array, file: string): Promise<ReadResult> {
  const grids = await readGrids(bytes, file);
  if (!isPreparationTable(grids) && looksLikeCriteria(grids)) return criteriaResult(grids, file);
  const { positions, warnings } = readTableGrids(grids);
  return {
    type: 'table',
    form: tableForm(positions),
    positions: positions.map(({ path, text, rows }) => ({
      path,
      text,
      criterion: null,
      rows: rows.map(({ url, comment, name, pages }) => ({
        url,
        comment,
        name,
        pages,
        urlField: null,
        commentField: null,
      })),
      scoreField: null,
    })),
    explain: positions.map((position) => [
      t('inspect.explain.where', { place: placeText(position.place, t) }),
      ...warnings
        .filter(({ place }) => position.rows.some((row) => row.place === place))
        .map(({ key, place, params }) => `${placeText(place, t)}: ${t(`office.table.${key}`, params)}`),
    ]),
  };
}

/** Tables; old formats are here to be refused with a sentence that says what to save them as. */
export const tableReader: FileReader = {
  extensions: [
    '.xlsx',
    '.xlsm',
    '.docx',
    '.docm',
    '.csv',
    '.tsv',
    '.ods',
    '.xls',
    '.xlsb',
    '.doc',
    '.rtf',
    '.odt',
  ],
  read: readTableFile,
};
