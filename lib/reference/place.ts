/**
 * A place in a workbook («Лист1!A22») in words; other places are words already. `t` gives the text of
 * `office.place.cell`: this room knows no language.
 */
export function placeText(place: string, t: (key: string, params: Record<string, string>) => string): string {
  const [, sheet, cell] = /^(.*)!([A-Z]{1,3}\d+)$/.exec(place) ?? [];
  return sheet !== undefined && cell !== undefined ? t('office.place.cell', { sheet, cell }) : place;
}
