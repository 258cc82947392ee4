import { language, t } from '../../lib/i18n.ts';
import { Card } from './card.tsx';
import { Marker } from './marker.tsx';
import { signOf } from './marker-label.ts';
import { Menu } from './menu.tsx';
import type { FieldMarkPlace, OverlayUi, Store } from './store.ts';
import { Toast } from './toast.tsx';

interface OverlayProps {
  store: Store;
  ui: OverlayUi;
}

/** All layers of the overlay; each reads only its own signals. */
export function OverlayRoot({ store, ui }: OverlayProps) {
  return (
    <div class={store.card.value || store.menu.value ? 'layer busy' : 'layer'} lang={language()}>
      <Markers store={store} ui={ui} />
      <FieldMarks store={store} ui={ui} />
      <PageLinks store={store} ui={ui} />
      <InsertButton store={store} ui={ui} />
      <Panels store={store} ui={ui} />
    </div>
  );
}

function Markers({ store, ui }: OverlayProps) {
  if (store.hidden.value) return null;
  return (
    <section aria-label={t('overlay.markers')}>
      {store.markers.value.map((model) => (
        <Marker key={model.id} model={model} ui={ui} />
      ))}
    </section>
  );
}

function FieldMarks({ store }: OverlayProps) {
  if (store.hidden.value) return null;
  return (
    <section aria-label={t('overlay.field_marks')}>
      {store.fieldMarks.value.map((mark) => (
        <FieldMark key={mark.view.key} mark={mark} />
      ))}
    </section>
  );
}

function FieldMark({ mark }: { mark: FieldMarkPlace }) {
  const { left, top, height, line, near, view } = mark;
  return (
    <>
      <div
        class={`edge edge-${view.state}${line ? '' : ' edge-alone'}`}
        title={line ? undefined : view.note}
        style={{ left: `${left}px`, top: `${top}px`, height: `${height}px` }}
      />
      {!line && near && (
        <span class="unseen" role="status">
          {view.note}
        </span>
      )}
      {line && (
        <div
          class={`under under-${view.state}${line.note > 18 ? ' under-two' : ''}`}
          role="status"
          style={{
            left: `${line.left}px`,
            top: `${line.top}px`,
            maxWidth: `${line.width}px`,
          }}
        >
          <span aria-hidden="true">{signOf(view.state)}</span> {line.note ? view.note : view.text}
        </div>
      )}
    </>
  );
}

/** Review: page numbers in comments open the document there. The page's own letters are seen through. */
function PageLinks({ store }: OverlayProps) {
  const links = store.pageLinks.value;
  if (store.hidden.value || links.length === 0) return null;
  return (
    <section aria-label={t('overlay.page_links')}>
      {links.map(({ key, href, label, left, top, width, height }) => (
        // biome-ignore lint/a11y/useAnchorContent: its letters are the page's own, seen through it; aria-label names it
        <a
          key={key}
          class="page-link"
          href={href}
          target="_blank"
          rel="noopener noreferrer"
          aria-label={label}
          title={label}
          style={{ left: `${left}px`, top: `${top}px`, width: `${width}px`, height: `${height}px` }}
        />
      ))}
    </section>
  );
}

function InsertButton({ store, ui }: OverlayProps) {
  const spot = store.insertButton.value;
  if (!spot || store.menu.value) return null;
  return (
    <button
      type="button"
      class="insert"
      // The field keeps the focus, so that the page sees nothing of this press.
      onMouseDown={(event) => event.preventDefault()}
      onClick={(event) => ui.trusted(event) && ui.openMenuAtField()}
      tabIndex={-1}
      aria-label={t('overlay.open_menu')}
      style={{ left: `${spot.left}px`, top: `${spot.top}px` }}
    >
      ▾
    </button>
  );
}

function Panels({ store, ui }: OverlayProps) {
  const card = store.card.value;
  const menu = store.menu.value;
  return (
    <>
      {card && <Card view={card} ui={ui} />}
      {menu && <Menu key={menu.rowId} view={menu} ui={ui} />}
      {store.toast.value && <Toast view={store.toast.value} ui={ui} />}
    </>
  );
}
