import { markerLabel, markerName } from './marker-label.ts';
import type { MarkerModel, OverlayUi } from './store.ts';

/** The pill at a position. Reads its own signals only. */
export function Marker({ model, ui }: { model: MarkerModel; ui: OverlayUi }) {
  const place = model.place.value;
  const view = model.view.value;
  if (!place) return null;
  const onClick = (event: MouseEvent) => {
    if (!ui.trusted(event)) return;
    if (event.shiftKey) ui.actions.hideMarkers();
    else ui.openCard(model.id, event.currentTarget as HTMLElement);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (by === 0 || !ui.trusted(event)) return;
    event.preventDefault();
    ui.step(model.id, by);
  };
  const [down, across] = place.tip.split('-');
  const tipAt = {
    left: `${across === 'left' ? place.left + place.width : place.left}px`,
    top: `${down === 'above' ? place.top - 4 : place.top + 24}px`,
  };
  return (
    <>
      <button
        type="button"
        class={`marker marker-${view.state}`}
        style={{ left: `${place.left}px`, top: `${place.top}px`, width: `${place.width}px` }}
        data-id={model.id}
        // Drawn by the style sheet: signs and short forms, which the name below says in words.
        data-label={markerLabel(view, place.compact)}
        aria-label={markerName(view)}
        aria-haspopup="dialog"
        aria-describedby={view.tip ? `tip-${model.id}` : undefined}
        onClick={onClick}
        onKeyDown={onKeyDown}
      />
      {view.tip && (
        <span id={`tip-${model.id}`} class={`tip tip-${place.tip}`} role="tooltip" style={tipAt}>
          {view.tip}
        </span>
      )}
    </>
  );
}
