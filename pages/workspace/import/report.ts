import type { FillJournal } from '../../../lib/fill/types.ts';
import { t } from '../../../lib/i18n.ts';
import { escapeCell } from '../../../lib/reference/cell.ts';
import { download } from '../../download.ts';

/** Saves what became of every field as a table that opens in Excel. */
export function saveReport(journal: FillJournal, titleOf: (positionId: string) => string): void {
  const head = ['position', 'field', 'old', 'new', 'result'].map((key) => t(`import.${key}`));
  const lines = journal.records.map(({ item, status, reason, before, after }) => [
    titleOf(item.positionId),
    `${t(`import.fieldName.${item.field}`)} ${item.rowIndex + 1}`,
    before,
    after,
    reason ? `${t(`import.status.${status}`)}: ${t(reason)}` : t(`import.status.${status}`),
  ]);
  const csv = [head, ...lines].map((line) => line.map(quote).join(';')).join('\r\n');
  // The mark at the front tells Excel that the text is UTF-8.
  download(`${t('import.reportName')}.csv`, `\ufeff${csv}`, 'text/csv');
}

function quote(text: string): string {
  return `"${escapeCell(text).replaceAll('"', '""')}"`;
}
