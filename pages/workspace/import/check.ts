import { signal } from '@preact/signals';
import { checkTable, formOf } from '../../../lib/import/check.ts';
import { send } from '../../../lib/messages/send.ts';
import type { Position } from '../../../lib/model/form.ts';
import { type FindingGroup, groupFindings } from '../../../lib/progress/shown.ts';
import { addressKey } from '../../../lib/reference/address.ts';
import { session } from './state.ts';

/** Findings of the table before anything is written. */
export const findingGroups = signal<readonly FindingGroup[]>([]);
export const findingCount = signal(0);
/** Title of the criteria pack the table was compared with; '' when there is none. */
export const packTitle = signal('');
/** That pack is made up for training: it says nothing of a real table. */
export const packTraining = signal(false);

/** Checks the table with the same rules, library and criteria as the form itself. */
export async function check(): Promise<void> {
  const merged = session.value?.positions ?? [];
  const { positions } = formOf(merged);
  const keys = [...new Set(positions.flatMap(({ rows }) => rows.map(({ url }) => addressKey(url))))].filter(
    Boolean,
  );
  const [criteria, library] = await Promise.all([
    send('criteria.match', {
      mechanism: null,
      positions: positions.map(({ path, text }) => ({ path, text })),
    }),
    send('library.facts', { addressKeys: keys }),
  ]);
  packTraining.value = criteria.pack?.kind === 'training';
  // Invented criteria are no comparison to speak of.
  packTitle.value = packTraining.value ? '' : (criteria.pack?.title ?? '');
  const facts = new Map(
    positions.map((position: Position, index) => [position.id, criteria.facts[index] ?? null]),
  );
  const findings = checkTable(merged, {
    criterion: (id) => facts.get(id) ?? null,
    facts: (key) => library.facts[key] ?? null,
    harmfulPhrases: criteria.harmfulPhrases,
    noLowSchools: criteria.settings.noLowSchools,
  });
  findingCount.value = findings.length;
  findingGroups.value = groupFindings(positions, findings);
}
