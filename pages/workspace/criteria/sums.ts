import type { ShownSum } from '../../../components/criteria/sums.tsx';
import { t } from '../../../lib/i18n.ts';
import { documents, known, knownChecks } from './state.ts';

/** Subtotals of the documents are compared as they were read; after mending the rows only known maxima count. */
export function shownSums(): readonly ShownSum[] {
  const fromFiles = documents.value.flatMap(({ file, checks }) =>
    checks.map(({ level, name, sum, stated, place, ok }, index) => ({
      key: `${file} ${index}`,
      label: name || t(`packs.level.${level}`),
      found: sum,
      expected: stated,
      source: `${file}, ${place}`,
      ok,
    })),
  );
  const fromKnown = knownChecks.value.map(({ what, code, name, known: expected, found, ok }) => ({
    key: `known ${what} ${code}`,
    label: what === 'tracks' ? t('packs.tracks') : what === 'all' ? t('packs.level.all') : `${code}. ${name}`,
    found,
    expected,
    source: known.value?.source.title ?? '',
    ok,
  }));
  return [...fromFiles, ...fromKnown];
}
