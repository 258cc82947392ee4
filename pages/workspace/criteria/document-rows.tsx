import { useState } from 'preact/hooks';
import { ReadRows } from '../../../components/criteria/read-rows.tsx';
import { Button } from '../../../components/ui/button.tsx';
import { SelectField } from '../../../components/ui/field.tsx';
import { Notice } from '../../../components/ui/notice.tsx';
import { repeatedCodes } from '../../../lib/criteria/import/check.ts';
import {
  dropRow,
  joinWithPrevious,
  mendRow,
  reparentRow,
  splitRow,
} from '../../../lib/criteria/import/mend.ts';
import { inScope } from '../../../lib/criteria/import/sums.ts';
import type { CriteriaDocument } from '../../../lib/criteria/import/types.ts';
import { t } from '../../../lib/i18n.ts';
import { documents, looked } from './state.ts';

/** Rows of one document, by direction, each mendable. */
export function DocumentRows({ document }: { document: CriteriaDocument }) {
  const [direction, setDirection] = useState('');
  const change = (to: CriteriaDocument): void => {
    documents.value = documents.value.map((one) => (one.file === document.file ? to : one));
  };
  const rows = document.positions.map((row, index) => ({ ...row, index }));
  const directions = [...new Set(rows.map(({ path }) => path[0] ?? ''))];
  const paths = [...new Map(rows.map(({ path }) => [path.join(' › '), path])).values()];
  const sum = looked.value && ['', document.file].includes(looked.value.file) ? looked.value : null;
  const inSum = sum ? rows.filter((row) => inScope(sum, row)) : rows;
  const repeated = repeatedCodes(document);
  const shown = direction === '' ? inSum : inSum.filter(({ path }) => path[0] === direction);
  return (
    <section class="stack">
      <h2>{t('packs.documentRows', { file: document.file, n: rows.length })}</h2>
      {repeated.length > 0 && (
        <Notice tone="doubtful">
          {repeated
            .slice(0, 5)
            .map(({ code, places }) => t('packs.repeatedCode', { code, places: places.join('; ') }))
            .join(' ')}
        </Notice>
      )}
      <SelectField
        label={t('packs.filter')}
        value={direction}
        options={[
          { value: '', label: t('packs.allDirections') },
          ...directions.map((value) => ({ value, label: value || t('panel.withoutDirection') })),
        ]}
        onValue={setDirection}
      />
      {sum && (
        <p ref={scrollHere}>
          {t('packs.rowsOfSum', { n: inSum.length })}{' '}
          <Button
            look="link"
            onClick={() => {
              looked.value = null;
            }}
          >
            {t('packs.allRows')}
          </Button>
        </p>
      )}
      <ReadRows
        rows={shown}
        paths={paths}
        onMend={(index, fields) => change(mendRow(document, index, fields))}
        onSplit={(index, at) => change(splitRow(document, index, at))}
        onJoin={(index) => change(joinWithPrevious(document, index))}
        onReparent={(index, path) => change(reparentRow(document, index, path))}
        onDrop={(index) => change(dropRow(document, index))}
      />
    </section>
  );
}

/** Whoever asked for the rows of a sum stands above them. */
const scrollHere = (element: HTMLElement | null): void => element?.scrollIntoView({ block: 'center' });
