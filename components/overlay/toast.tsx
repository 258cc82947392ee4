import { useEffect } from 'preact/hooks';
import { t } from '../../lib/i18n.ts';
import type { ToastView } from '../../lib/overlay/types.ts';
import type { OverlayUi } from './store.ts';

/** How long a message that needs no answer stays, in milliseconds. Undo stays at hand by Ctrl+Z and in the popup. */
const STAYS_MS = 15_000;

/** What was just done, or could not be, with one thing to do about it. Away from the focused field. */
export function Toast({ view, ui }: { view: ToastView; ui: OverlayUi }) {
  const { action } = view;
  useEffect(() => {
    if (view.tone === 'wrong') return;
    const timer = setTimeout(() => ui.actions.closeToast(), STAYS_MS);
    return () => clearTimeout(timer);
  }, [view]);
  return (
    <div
      class={`panel toast toast-${view.tone} ${ui.toastGoesUp() ? 'toast-top' : ''}`}
      role={view.tone === 'wrong' ? 'alert' : 'status'}
    >
      <span>{view.text}</span>
      {action && (
        <button
          type="button"
          class="button"
          onClick={(event) => ui.honest(event) && ui.actions.toastAction(action.id)}
        >
          {action.label}
        </button>
      )}
      <button
        type="button"
        class="icon"
        aria-label={t('overlay.close')}
        onClick={(event) => ui.trusted(event) && ui.actions.closeToast()}
      >
        ×
      </button>
    </div>
  );
}
