import type { Grid, Paragraph } from '../grid.ts';
import { COMPONENT, DIRECTION, type Heading, heading, headingLevel, SECTION } from './headings.ts';
import { isNote, isSignature } from './noise.ts';
import { oneLine } from './text.ts';

/** Headings that stand around a table, not in it: in the title block, in paragraphs above, in the sheet's name. */

interface Line {
  readonly text: string;
  /** Its words tell that it is a heading: a code, a label, the name of a step. */
  readonly sure: boolean;
  readonly styled: boolean;
}

/** Text that may be the name of a track: short, no sentence, no «Ответственный: …», no caption of a table. */
function mayBeHeading({ text }: Line): boolean {
  return (
    text.length <= 200 &&
    !/[.;,!]$|:|_{3}/.test(text) &&
    !/^(?:таблица|продолжение|приложение|форма|подготовка)(?:\s|$)/iu.test(text) &&
    !isNote(text) &&
    !isSignature([text])
  );
}

/** Headings in the paragraphs above a Word table. `goesOn`: an earlier table of the document has headings already. */
export function headingsBefore(paragraphs: readonly Paragraph[], goesOn: boolean): Heading[] {
  const all = paragraphs.map((paragraph): Line => {
    const text = oneLine(paragraph.text);
    const styled = (paragraph.level ?? 0) > 1 || paragraph.bold;
    return { text, styled, sure: headingLevel(text) !== null };
  });
  const top = all.findIndex(({ text }) => (headingLevel(text) ?? COMPONENT) <= DIRECTION);
  const lines = all.slice(Math.max(0, top)).filter((line) => line.sure || mayBeHeading(line));
  const firm = lines.some((line) => line.sure);
  // Plain lines count only beside sure ones; styled ones also where the table goes on after another one.
  if (!firm) return goesOn ? lines.filter((line) => line.styled).map(({ text }) => heading(text)) : [];
  const from = goesOn || top >= 0 ? 0 : lines.findIndex((line) => line.sure || line.styled);
  return lines.slice(from).map(({ text }) => heading(text));
}

/** Headings in the title block: rows of one text above the header. */
export function headingsAbove(grid: Grid, header: number): Heading[] {
  const lines = grid.rows.slice(0, header).flatMap((row) => {
    const cells = row.cells.filter((cell) => !cell.covered && cell.text.trim() !== '');
    // «Направление:» and its value may stand in neighbouring cells.
    const text = oneLine(cells.map((cell) => cell.text).join(' '));
    return cells.length === 0 || cells.length > 2 || headingLevel(text) === null ? [] : [heading(text)];
  });
  return lines;
}

/** The sheet's name as a heading, when it names a direction («2.3», «1.1 Оценка»). */
export function headingOfName(name: string): Heading | null {
  return /^[12]\.\d(?!\d)/.test(name.trim()) ? heading(name, DIRECTION) : null;
}

/** True when the path names a direction or a section already. */
export function hasDirection(path: readonly Heading[]): boolean {
  return path.some((item) => item.level === DIRECTION || item.level === SECTION);
}
