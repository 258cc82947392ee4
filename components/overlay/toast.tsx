import { t } from '../../lib/i18n.ts';
import type { ToastView } from '../../lib/overlay/types.ts';
import type { OverlayUi } from './store.ts';

/** What was just done, or could not be, with one thing to do about it. Stays until it is closed or replaced. */
export function Toast({ view, ui }: { view: ToastView; ui: OverlayUi }) {
  const { action } = view;
  return (
    <div class={`panel toast toast-${view.tone}`} role={view.tone === 'wrong' ? 'alert' : 'status'}>
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
