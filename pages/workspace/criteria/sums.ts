import type { ShownSum } from '../../../components/criteria/sums.tsx';
import type { SumCheck } from '../../../lib/criteria/import/types.ts';
import { t } from '../../../lib/i18n.ts';
import { documents, known, knownChecks, looked } from './state.ts';

/** The documents' own subtotals and the known maxima beside what the rows give now. */
export function shownSums(): readonly ShownSum[] {
  const fromFiles = documents.value.flatMap(({ file, checks }) =>
    checks.map(({ level, name, path, sum, stated, place, ok }, index) => ({
      key: `${file} ${index}`,
      label: labelOf(level, name),
      found: sum,
      expected: stated,
      source: `${file}, ${place}`,
      ok,
      onRows: () => {
        looked.value = { file, level, name, path };
      },
    })),
  );
  const fromKnown = knownChecks.value.map(({ what, code, name, known: expected, found, ok }) => ({
    key: `known ${what} ${code}`,
    label: what === 'tracks' ? t('packs.tracks') : what === 'all' ? t('packs.level.all') : `${code}. ${name}`,
    found,
    expected,
    source: known.value?.source.title ?? '',
    ok,
    ...(what === 'direction' && {
      onRows: () => {
        looked.value = { file: '', level: what, name: code, path: [] };
      },
    }),
  }));
  return [...fromFiles, ...fromKnown];
}

/** «Направление 1.1», «Раздел 2», «Цели и задачи», «Всего». */
function labelOf(level: SumCheck['level'], name: string): string {
  const numbered = level === 'direction' || level === 'section';
  return numbered ? `${t(`packs.level.${level}`)} ${name}` : name || t(`packs.level.${level}`);
}
