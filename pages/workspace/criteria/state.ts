import { computed, signal } from '@preact/signals';
import { checkSums, type KnownCheck } from '../../../lib/criteria/import/check.ts';
import { type PackMeta, packFrom } from '../../../lib/criteria/import/pack.ts';
import type { CriteriaDocument, SumCheck } from '../../../lib/criteria/import/types.ts';
import type { Pack } from '../../../lib/model/pack.ts';
import type { Settings } from '../../../lib/settings/settings.ts';

/** What the page «Критерии» works on. */
export const packs = signal<readonly Pack[]>([]);
/** Ids of packs the user imported, edited or received. */
export const own = signal<ReadonlySet<string>>(new Set());
/** Packs the user chose, by mechanism and year (`mum-2022`), as the settings keep them. */
export const active = signal<Settings['activePacks']>({});
export const documents = signal<readonly CriteriaDocument[]>([]);
/** The sum whose rows are shown, of one file or ('') of all; null: all rows. */
export const looked = signal<(Pick<SumCheck, 'level' | 'name' | 'path'> & { file: string }) | null>(null);
/** A pack file that was received and waits for the user's word, with the pack it would replace. */
export const received = signal<Pack | null>(null);
export const meta = signal<PackMeta>({
  title: '',
  mechanism: 'mum',
  year: new Date().getFullYear(),
  kind: 'official',
});
/** The words of the document the year was read from; '': it says none; null: nothing was read. */
export const yearFrom = signal<string | null>(null);
export const message = signal<{ tone: 'fine' | 'wrong'; text: string; undo?: () => Promise<void> } | null>(
  null,
);
export const busy = signal(false);

/** The pack the documents would make. */
export const drafted = computed<Pack | null>(() =>
  documents.value.length > 0 ? packFrom(documents.value, meta.value) : null,
);

/** A skeleton of the mechanism, to which the texts that were read can be attached: the year's, else the latest one. */
export const skeleton = computed<Pack | null>(() => {
  const fitting = packs.value.filter(
    ({ kind, mechanism }) => kind === 'skeleton' && mechanism === meta.value.mechanism,
  );
  return (
    fitting.find(({ year }) => year === meta.value.year) ??
    fitting.toSorted((a, b) => b.year - a.year)[0] ??
    null
  );
});

/** Maxima that are known: the built-in official pack of that mechanism and year. */
export const known = computed<Pack | null>(
  () =>
    packs.value.find(
      ({ id, mechanism, year }) =>
        id === `${mechanism}-${year}` && mechanism === meta.value.mechanism && year === meta.value.year,
    ) ?? null,
);

export const knownChecks = computed<readonly KnownCheck[]>(() =>
  drafted.value && known.value ? checkSums(drafted.value, known.value) : [],
);
