import { t } from '../../lib/i18n.ts';
import { Button } from '../ui/button.tsx';

export interface ShownPack {
  readonly id: string;
  readonly title: string;
  readonly mechanism: 'mum' | 'rum';
  readonly year: number;
  readonly kind: 'official' | 'training' | 'skeleton';
  readonly complete: boolean;
  readonly builtin: boolean;
}

interface PackListProps {
  packs: readonly ShownPack[];
  /** Ids of the packs the user chose, at most one a mechanism and year. */
  active: ReadonlySet<string>;
  /** Makes a pack the one for its mechanism and year; `on` false leaves the choice to the form. */
  onActive: (id: string, on: boolean) => void;
  onExport: (id: string) => void;
  onRemove: (id: string) => void;
}

/** Packs side by side; what came with the extension cannot be removed. */
export function PackList({ packs, active, onActive, onExport, onRemove }: PackListProps) {
  return (
    <div class="table-scroll">
      <table class="table table-cards">
        <thead>
          <tr>
            <th scope="col">{t('packs.title')}</th>
            <th scope="col">{t('packs.mechanismYear')}</th>
            <th scope="col">{t('packs.state')}</th>
            <th scope="col">{t('packs.actions')}</th>
          </tr>
        </thead>
        <tbody>
          {packs.map((pack) => (
            <tr key={pack.id}>
              <td>{pack.title}</td>
              <td data-label={t('packs.mechanismYear')}>
                {t(`packs.mechanism.${pack.mechanism}`)}-{pack.year}
              </td>
              <td data-label={t('packs.state')}>
                {t(`packs.kind.${stateOf(pack)}`)}
                {active.has(pack.id) && <p>✓ {t('packs.active')}</p>}
              </td>
              <td>
                <div class="row">
                  <Button onClick={() => onExport(pack.id)}>{t('packs.export')}</Button>
                  <a class="button" href={`#criteria/edit/${encodeURIComponent(pack.id)}`}>
                    {t('packs.edit')}
                  </a>
                  {(active.has(pack.id) || hasRival(pack, packs)) && (
                    <Button onClick={() => onActive(pack.id, !active.has(pack.id))}>
                      {t(active.has(pack.id) ? 'packs.deactivate' : 'packs.activate')}
                    </Button>
                  )}
                  {!pack.builtin && <Button onClick={() => onRemove(pack.id)}>{t('packs.remove')}</Button>}
                </div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function stateOf({ kind, complete }: ShownPack): string {
  return kind === 'official' ? (complete ? 'complete' : 'incomplete') : kind;
}

/** Whether another pack is for the same mechanism and year: else there is nothing to choose. */
function hasRival(pack: ShownPack, packs: readonly ShownPack[]): boolean {
  return packs.some(
    ({ id, mechanism, year }) => id !== pack.id && mechanism === pack.mechanism && year === pack.year,
  );
}
