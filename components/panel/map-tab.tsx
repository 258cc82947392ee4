import { t } from '../../lib/i18n.ts';
import type { FormMap, MapCell, MapColumn } from '../../lib/progress/map.ts';

interface MapTabProps {
  map: FormMap;
  onReveal: (positionId: string) => void;
}

/** Directions and tracks down, the management cycle across: what is filled, what is at stake, with numbers and signs. */
export function MapTab({ map, onReveal }: MapTabProps) {
  return (
    <>
      <p id="map-caption" class="quiet">
        {t('panel.map.caption')}
      </p>
      <MapTable map={map} onReveal={onReveal} />
    </>
  );
}

function MapTable({ map, onReveal }: MapTabProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a table that scrolls sideways must be scrollable by keyboard
    <section class="map-scroll" aria-label={t('panel.map.label')} tabIndex={0}>
      <table class="map" aria-describedby="map-caption">
        <thead>
          <tr>
            <th scope="col">{t('panel.map.track')}</th>
            {map.columns.map((column) => (
              <th key={column} scope="col" title={t(`panel.component.${column}`)}>
                <span class="map-long">{t(`panel.component.${column}`)}</span>
                <span class="map-short" aria-hidden="true">
                  {t(`panel.short.${column}`)}
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {map.rows.map((row, index) => (
            <tr key={`${row.direction}|${row.track}`}>
              <th scope="row" title={[row.direction, row.track].filter(Boolean).join(' › ')}>
                {row.direction !== map.rows[index - 1]?.direction && (
                  <span class="map-direction">{row.direction}</span>
                )}
                <span class="map-track">{row.track}</span>
              </th>
              {map.columns.map((column) => (
                <td key={column}>
                  <Cell cell={row.cells[column]} column={column} track={row.track} onReveal={onReveal} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface CellProps {
  cell: MapCell | undefined;
  column: MapColumn;
  track: string;
  onReveal: (positionId: string) => void;
}

function Cell({ cell, column, track, onReveal }: CellProps) {
  if (!cell) return null;
  const state =
    cell.withFindings > 0
      ? 'wrong'
      : cell.filled === cell.total
        ? 'fine'
        : cell.filled > 0
          ? 'partly'
          : 'empty';
  const label = [
    track,
    t(`panel.component.${column}`),
    t('panel.map.filled', { filled: cell.filled, total: cell.total }),
    cell.pointsLeft ? t('panel.map.left', { n: cell.pointsLeft }) : '',
    cell.withFindings > 0 ? t('panel.map.withFindings', { n: cell.withFindings }) : '',
  ];
  return (
    <button
      type="button"
      class={`map-cell map-${state}`}
      title={label.filter(Boolean).join(', ')}
      onClick={() => onReveal(cell.positionId)}
    >
      <span class="visually-hidden">{label.filter(Boolean).join(', ')}</span>
      <span aria-hidden="true">
        {cell.filled}/{cell.total}
        {state === 'wrong' ? ' ●' : state === 'fine' ? ' ✓' : ''}
      </span>
      {cell.pointsLeft !== null && cell.pointsLeft > 0 && (
        <span class="map-points" aria-hidden="true">
          {t('panel.map.pointsLeft', { n: cell.pointsLeft })}
        </span>
      )}
    </button>
  );
}
