import { t } from '../i18n.ts';
import { formatPages, parsePages } from '../reference/pages.ts';
import type { Earlier } from './former.ts';

/** What cards say of the years before, in words; for the form's card and the side panel alike. */

/** What changed since the year before, a sentence each; empty where nothing did. */
export function changesOf(card: { earlier: Earlier | null; newSince: number | null }): string[] {
  const { earlier, newSince } = card;
  if (newSince !== null) return [t('criteria.changed.new', { year: newSince })];
  if (!earlier) return [];
  const { year, text, points, criterion } = earlier;
  return earlier.changed.map((field) =>
    field === 'points'
      ? t('criteria.changed.points', { year, n: points ?? 0, points: String(points ?? 0).replace('.', ',') })
      : t(`criteria.changed.${field}`, { year, text: field === 'text' ? text : criterion }),
  );
}

/** «В 2022 году эту позицию подтверждал документ «…», с. 3–5.» `pages`: as the use keeps them. */
export function historyLine(use: { year: number; title: string; pages: string }): string {
  const ranges = parsePages(use.pages).pages;
  const pages = ranges.length > 0 ? formatPages(ranges) : use.pages.trim();
  return pages === ''
    ? t('criteria.confirmedBy', { year: use.year, title: use.title })
    : t('criteria.confirmedByPages', { year: use.year, title: use.title, pages });
}
