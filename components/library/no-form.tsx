import { t } from '../../lib/i18n.ts';
import { Button } from '../ui/button.tsx';

/** What can be done in a tab without a form: `on`: the assistant works on this site; `off`: it may be switched on. */
export type SiteState = { readonly kind: 'on' | 'off'; readonly site: string } | null;

interface NoFormProps {
  state: SiteState;
  onEnable: () => void;
  /** Opens the site the assistant is made for. */
  onOpenSite: () => void;
  onShow: () => void;
}

/** «Включить на этом сайте», or «Показать форму» where the assistant is at work already. */
export function NoForm({ state, onEnable, onOpenSite, onShow }: NoFormProps) {
  const off = state?.kind === 'off';
  return (
    <section class="form-state" aria-label={t('library.state.label')}>
      <p class="form-state-none">
        <span class="quiet">{t('library.state.none')}</span>
        {state && (
          <Button onClick={off ? onEnable : onShow}>{t(off ? 'sites.enable' : 'calibrate.show')}</Button>
        )}
      </p>
      {state?.kind !== 'on' && (
        <p>
          <Button look="link" onClick={onOpenSite}>
            {t('library.state.openSite')}
          </Button>
        </p>
      )}
      {state && (
        <p class="quiet">{off ? t('sites.enableHint', { site: state.site }) : t('calibrate.showHint')}</p>
      )}
    </section>
  );
}
