import { looksLikeCriteria } from '../criteria/import/columns.ts';
import { t } from '../i18n.ts';
import { readPdfGrids } from '../office/pdf/read.ts';
import { criteriaResult } from './criteria.ts';
import type { FileReader } from './types.ts';

/** Criteria documents saved as PDF. */
export const pdfReader: FileReader = {
  extensions: ['.pdf'],
  async read(bytes, file) {
    const grids = await readPdfGrids(bytes);
    if (!looksLikeCriteria(grids)) throw new Error(t('criteria.import.pdf-no-table'));
    return criteriaResult(grids, file);
  },
};
