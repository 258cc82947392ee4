import { language, t } from '../../lib/i18n.ts';

export interface ShownWeight {
  readonly code: string;
  readonly name: string;
  readonly before: { readonly max: number; readonly share: number } | null;
  readonly after: { readonly max: number; readonly share: number } | null;
}

/** By how much each direction's share of its section moved between two years. */
export function Weights({
  rows,
  before,
  after,
}: {
  rows: readonly ShownWeight[];
  before: string;
  after: string;
}) {
  const percent = new Intl.NumberFormat(language(), {
    style: 'percent',
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  });
  const cell = (side: ShownWeight['before']): string =>
    side ? `${side.max} (${percent.format(side.share)})` : '—';
  return (
    <div class="table-scroll">
      <table class="table">
        <caption class="quiet">{t('packs.weightsCaption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('packs.filter')}</th>
            <th scope="col">{before}</th>
            <th scope="col">{after}</th>
            <th scope="col">{t('packs.moved')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.code}>
              <td>
                {row.code}. {row.name}
              </td>
              <td>{cell(row.before)}</td>
              <td>{cell(row.after)}</td>
              <td>{row.before && row.after ? moved(row.after.share - row.before.share) : ''}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** «+38,9 п. п.» */
function moved(share: number): string {
  const points = new Intl.NumberFormat(language(), { maximumFractionDigits: 1, signDisplay: 'exceptZero' });
  return t('packs.percentPoints', { value: points.format(share * 100).replace('-', '\u2212') });
}
