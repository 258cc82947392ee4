import { t } from '../../lib/i18n.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';

/** One comparison of points: with the file's own subtotal or with the known maximum. */
export interface ShownSum {
  readonly key: string;
  /** «1.1», «раздел 2», «всего», «треков». */
  readonly label: string;
  readonly found: number;
  readonly expected: number;
  /** Where the number stands: a cell of the file, or the source of the known maximum. */
  readonly source: string;
  readonly ok: boolean;
  /** Shows the rows it is made of; left out where there are none to show. */
  readonly onRows?: () => void;
}

/** «Сходится», or exactly where it does not. */
export function Sums({ sums }: { sums: readonly ShownSum[] }) {
  const wrong = sums.filter((sum) => !sum.ok);
  return (
    <section class="stack">
      <h2>{t('packs.sums')}</h2>
      {sums.length === 0 && <Notice tone="doubtful">{t('packs.nothingToCompare')}</Notice>}
      {sums.length > 0 && wrong.length === 0 && (
        <Notice tone="fine">{t('packs.fits', { n: sums.length })}</Notice>
      )}
      {wrong.length > 0 && (
        <Notice tone="wrong">
          {t('packs.differs', { n: wrong.length })} {t('packs.differsHint')}
        </Notice>
      )}
      {sums.length > 0 && (
        <div class="table-scroll">
          <table class="table">
            <thead>
              <tr>
                <th scope="col">{t('packs.sumOf')}</th>
                <th scope="col">{t('packs.found')}</th>
                <th scope="col">{t('packs.expected')}</th>
                <th scope="col">{t('packs.sumSource')}</th>
              </tr>
            </thead>
            <tbody>
              {[...wrong, ...sums.filter((sum) => sum.ok)].map((sum) => (
                <tr key={sum.key}>
                  <td>
                    <span aria-hidden="true">{sum.ok ? '✓ ' : '● '}</span>
                    {sum.label}
                  </td>
                  <td>{sum.found}</td>
                  <td>{sum.expected}</td>
                  <td class="quiet">
                    {sum.source}{' '}
                    {!sum.ok && sum.onRows && (
                      <Button look="link" onClick={sum.onRows}>
                        {t('packs.showRows')}
                      </Button>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
