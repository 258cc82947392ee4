import type { Mechanism } from '../../model/form.ts';
import type { Grid } from '../../office/grid.ts';
import { collapse } from '../../reference/text.ts';

/** What a criteria document and its file say of themselves: a proposal, to be confirmed by the user. */
export interface GuessedMeta {
  /** The file's name as a person would write it. */
  readonly title: string;
  readonly year: number | null;
  /** The words the year was read from; '' without one. */
  readonly yearSeen: string;
  readonly mechanism: Mechanism | null;
}

/** «МУМ-2022»: the name the assessment itself goes by. */
const NAMED = /(?<!\p{L})[МР]УМ[\s–—-]*(20[1-4]\d)(?!\d)/giu;
/** «2022 год», «в 2022 г.», «2021/2022 учебный год»; not the year of a date. */
const YEAR = /(?<![\d.])(20[1-4]\d)\s*(?:уч(?:ебн\S*|\.)\s*)?(?:год|г\.|г(?!\p{L}))/giu;
const MUM = /(?<!\p{L})МУМ(?!\p{L})|муниципальн\S+ управленческ\S+ механизм/giu;
const RUM = /(?<!\p{L})РУМ(?!\p{L})|региональн\S+ управленческ\S+ механизм/giu;

/** Cells looked at: titles and footnotes stand among the first, and documents may be long. */
const CELLS = 20_000;

/** Title, year and mechanism as file name and text suggest them. A year that is not said stays null. */
export function guessMeta(file: string, texts: Iterable<string>): GuessedMeta {
  const title = collapse(file.replace(/\.[a-z]{2,5}$/i, '').replace(/[_]+/g, ' '));
  const said = [title];
  for (const text of texts) {
    if (said.length > CELLS) break;
    said.push(text);
  }
  const all = said.join('\n');
  const found =
    most(all.matchAll(NAMED)) ??
    most(all.matchAll(YEAR)) ??
    most(title.matchAll(/(?<!\d)(20[1-4]\d)(?!\d)/g));
  const [mum, rum] = [all.match(MUM)?.length ?? 0, all.match(RUM)?.length ?? 0];
  return {
    title: title.charAt(0).toLocaleUpperCase('ru') + title.slice(1),
    year: found?.year ?? null,
    yearSeen: found?.seen ?? '',
    mechanism: mum === rum ? null : mum > rum ? 'mum' : 'rum',
  };
}

/** The year that is named most often, the later one of two. */
function most(matches: Iterable<RegExpMatchArray>): { year: number; seen: string } | null {
  const counts = new Map<number, { seen: string; times: number }>();
  for (const match of matches) {
    const year = Number(match[1]);
    const known = counts.get(year);
    counts.set(year, { seen: known?.seen ?? collapse(match[0]), times: (known?.times ?? 0) + 1 });
  }
  const [best] = [...counts].sort(([a, x], [b, y]) => y.times - x.times || b - a);
  return best ? { year: best[0], seen: best[1].seen } : null;
}

/** Texts of the file: what stands around its tables, and the cells, in the document's order. */
export function* textsOf(grids: readonly Grid[]): Generator<string> {
  for (const { before, rows, after } of grids) {
    for (const { text } of before) yield text;
    for (const { cells } of rows) for (const { text } of cells) if (text !== '') yield text;
    for (const { text } of after) yield text;
  }
}
