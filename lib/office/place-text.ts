import { t } from '../i18n.ts';

/** A place in a workbook («Лист1!A22») in words; other places are words already. */
export function placeText(place: string): string {
  const [, sheet, cell] = /^(.*)!([A-Z]{1,3}\d+)$/.exec(place) ?? [];
  return sheet !== undefined && cell !== undefined ? t('office.place.cell', { sheet, cell }) : place;
}
