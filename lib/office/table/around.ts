import type { Grid, Paragraph } from '../grid.ts';
import { DIRECTION, type Heading, heading, headingLevel, SECTION } from './headings.ts';
import { isNote, isSignature } from './noise.ts';
import { oneLine } from './text.ts';

/** Headings that stand around a table, not in it: in the title block, in paragraphs above, in the sheet's name. */

/** Headings among lines above a table: from the first that is surely one. */
function among(lines: readonly { text: string; sure: boolean }[]): Heading[] {
  const first = lines.findIndex((line) => line.sure);
  if (first < 0) return [];
  return lines
    .slice(first)
    .filter(
      ({ text, sure }) =>
        sure || (text.length <= 200 && !isNote(text) && !isSignature([text]) && !/[.;,]$/.test(text)),
    )
    .map(({ text }) => heading(text));
}

/** Headings in the paragraphs above a Word table. */
export function headingsBefore(paragraphs: readonly Paragraph[]): Heading[] {
  const lines = paragraphs.map((paragraph) => ({
    text: oneLine(paragraph.text),
    sure: headingLevel(paragraph.text) !== null,
    styled: paragraph.level !== null || paragraph.bold,
  }));
  const direction = lines.findIndex(({ text }) => (headingLevel(text) ?? DIRECTION + 1) <= DIRECTION);
  // Below a direction, or where no direction is named, headings in a heading's style count as well.
  return among(
    lines
      .slice(Math.max(0, direction))
      .filter((line) => line.sure || line.styled)
      .map((line) => ({ ...line, sure: line.sure || paragraphLevel(paragraphs, line.text) })),
  );
}

function paragraphLevel(paragraphs: readonly Paragraph[], text: string): boolean {
  const level = paragraphs.find((paragraph) => oneLine(paragraph.text) === text)?.level ?? null;
  return level !== null && level > 1;
}

/** Headings in the title block: rows of one text above the header. */
export function headingsAbove(grid: Grid, header: number): Heading[] {
  const lines = grid.rows.slice(0, header).flatMap((row) => {
    const cells = row.cells.filter((cell) => !cell.covered && cell.text.trim() !== '');
    // «Направление:» and its value may stand in neighbouring cells.
    const text = oneLine(cells.map((cell) => cell.text).join(' '));
    return cells.length === 0 || cells.length > 2 ? [] : [{ text, sure: headingLevel(text) !== null }];
  });
  return among(lines.filter((line) => line.sure));
}

/** The sheet's name as a heading, when it names a direction («2.3», «1.1 Оценка»). */
export function headingOfName(name: string): Heading | null {
  return /^[12]\.\d(?!\d)/.test(name.trim()) ? heading(name, DIRECTION) : null;
}

/** True when the path names a direction or a section already. */
export function hasDirection(path: readonly Heading[]): boolean {
  return path.some((item) => item.level === DIRECTION || item.level === SECTION);
}
