import { readFile } from 'node:fs/promises';
import { factsFor } from '../criteria/facts.ts';
import { loadPack } from '../criteria/load.ts';
import { CERTAIN_FROM } from '../criteria/match/matcher.ts';
import { openPack } from '../criteria/open.ts';
import type { PackIndex } from '../criteria/types.ts';
import type { RecogniseHints } from '../form/types.ts';
import type { Form } from '../model/form.ts';
import { BUILTIN_PACKS } from '../packs/builtin.ts';
import { checkForm, describeFinding } from '../rules/index.ts';
import { choosePack } from './choose-pack.ts';
import type { PrintedFinding, PrintedPosition } from './types.ts';

/** Criteria and rules, prepared once for all files. */
export interface Checker {
  /** Texts of the pack that was named, to recognise by; none without one. */
  readonly hints: RecogniseHints | undefined;
  /**
   * Finds findings of a form and notes criteria in its printed positions. `training`: they are those of a pack made up
   * for training that nobody asked for.
   */
  check(form: Form, printed: PrintedPosition[]): { findings: PrintedFinding[]; training: boolean };
}

/** Loads the pack named, else the built-in ones. Throws a sentence for the user when a named pack is not one. */
export async function prepareChecker(pack: string | null): Promise<Checker> {
  const indexes = await (pack === null ? builtin() : named(pack));
  return {
    hints: pack === null ? undefined : hintsOf(indexes[0] as PackIndex),
    check(form, printed) {
      const index = choosePack(indexes, form);
      const known = factsFor(index, form.positions);
      known.forEach(({ match }, i) => {
        const position = printed[i];
        if (position && match && match.certainty >= CERTAIN_FROM)
          position.criterion = match.entry.position.id;
      });
      const facts = new Map(known.map((one, i) => [form.positions[i]?.id ?? '', one.facts]));
      const at = new Map(form.positions.map((position, i) => [position.id, i]));
      const findings = checkForm(form, {
        criterion: (id) => facts.get(id) ?? null,
        facts: () => null,
        harmfulPhrases: index?.pack.harmfulPhrases ?? [],
        noLowSchools: null,
      });
      const described = findings.map((finding): PrintedFinding => {
        const position = at.get(finding.positionId) ?? 0;
        const row = form.positions[position]?.rows.findIndex((r) => r.id === finding.rowId) ?? -1;
        const { what, source } = describeFinding(finding);
        return {
          rule: finding.rule,
          severity: finding.severity,
          position,
          row: row < 0 ? null : row,
          message: what,
          source,
        };
      });
      return { findings: described, training: pack === null && index?.pack.kind === 'training' };
    },
  };
}

async function builtin(): Promise<PackIndex[]> {
  const indexes: PackIndex[] = [];
  for (const id of BUILTIN_PACKS) {
    const text = await readFile(new URL(`../../public/packs/${id}.json`, import.meta.url), 'utf8').catch(() =>
      readFile(new URL(`../../assets/packs/${id}.json`, import.meta.url), 'utf8'),
    );
    const result = loadPack(JSON.parse(text));
    if (result.ok) indexes.push(openPack(result.pack));
  }
  return indexes;
}

async function named(file: string): Promise<PackIndex[]> {
  const result = loadPack(JSON.parse(await readFile(file, 'utf8')));
  if (!result.ok) throw new Error(result.problems.map(({ path, reason }) => `${path}: ${reason}`).join('; '));
  return [openPack(result.pack)];
}

function hintsOf({ entries }: PackIndex): RecogniseHints {
  return {
    positions: entries.flatMap(({ position }) => [position.text, ...(position.aliases ?? [])]),
    headings: entries.flatMap(({ direction, track, component }) =>
      [direction, track, component].flatMap((level) => [level.name, ...(level.aliases ?? [])]),
    ),
  };
}
