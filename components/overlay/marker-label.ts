import { t } from '../../lib/i18n.ts';
import type { MarkerView, MarkState } from '../../lib/overlay/types.ts';

const SIGNS: Readonly<Record<MarkState, string>> = {
  wrong: '●',
  doubtful: '▲',
  fine: '✓',
  empty: '○',
  unrecognised: '?',
};

/** Shape beside colour for a state. */
export function signOf(state: MarkState): string {
  return SIGNS[state];
}

/** Text on a marker: «2 б. ✓», «2 б. ● 1», «? не распознано»; `compact` leaves the sign and the number. */
export function markerLabel(view: MarkerView, compact: boolean): string {
  const sign = view.count > 0 ? `${signOf(view.state)} ${view.count}` : signOf(view.state);
  if (compact) return signOf(view.state);
  if (view.state === 'unrecognised') return `${sign} ${t('overlay.unrecognised')}`;
  return view.points === null
    ? sign
    : `${t('overlay.points_short', { points: format(view.points) })} ${sign}`;
}

/** Accessible name, in its fixed form: «Критерий 1.1.2, замечаний: 2». */
export function markerName(view: MarkerView): string {
  return view.count === 0
    ? t('overlay.marker_fine', { name: view.name })
    : t('overlay.marker_findings', { name: view.name, count: view.count });
}

/** Width a marker needs, in pixels at 12 px bold: known before it is drawn, so that its place is found in one pass. */
export function markerWidth(label: string): number {
  let width = 16;
  for (const char of label) width += /[\s.,]/.test(char) ? 4 : /[●▲✓○?]/.test(char) ? 11 : 7.8;
  return Math.ceil(Math.max(22, width));
}

/** Points as people write them: «1,5». */
export function format(points: number): string {
  return String(points).replace('.', ',');
}
