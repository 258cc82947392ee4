import { t } from '../../lib/i18n.ts';
import { Button } from '../ui/button.tsx';

/** The form in the tab, as the popup speaks of it. */
export interface ShownForm {
  readonly mode: 'fill' | 'review';
  readonly mechanism: 'mum' | 'rum' | null;
  readonly filled: number;
  readonly total: number;
  readonly findings: number;
  readonly unrecognised: number;
  readonly markersHidden: boolean;
  readonly canUndo: boolean;
}

interface FormStateProps {
  /** undefined: not asked yet. */
  form: ShownForm | undefined;
  onNext: () => void;
  onGather: () => void;
  onMarkers: (hidden: boolean) => void;
  onUndo: () => void;
  /** «Уточнить форму». */
  onShow: () => void;
}

/** «Форма МУМ: 214 из 350 позиций · 12 замечаний · к следующему», and what can be done with the form. */
export function FormState({ form, onNext, onGather, onMarkers, onUndo, onShow }: FormStateProps) {
  if (form === undefined) return <p class="form-state quiet">{t('library.state.asking')}</p>;
  const name = t(`library.state.${form.mechanism ?? 'form'}`);
  return (
    <section class="form-state" aria-label={t('library.state.label')}>
      <p>
        {t('library.state.filled', { form: name, filled: form.filled, n: form.total })}
        {' · '}
        {form.findings > 0 ? t('library.state.findings', { n: form.findings }) : t('library.state.clean')}
        {form.findings > 0 && (
          <>
            {' · '}
            <Button look="link" onClick={onNext}>
              {t('library.state.next')}
            </Button>
          </>
        )}
        {form.unrecognised > 0 && (
          <span class="quiet"> · {t('library.state.unrecognised', { n: form.unrecognised })}</span>
        )}
      </p>
      <p class="row form-state-actions">
        {form.mode === 'fill' && (
          <Button look="link" onClick={onGather}>
            {t('library.state.gather')}
          </Button>
        )}
        <Button look="link" onClick={() => onMarkers(!form.markersHidden)}>
          {t(form.markersHidden ? 'library.state.showMarkers' : 'library.state.hideMarkers')}
        </Button>
        <Button look="link" onClick={onShow}>
          {t('calibrate.showAgain')}
        </Button>
        {form.canUndo && (
          <Button look="link" onClick={onUndo}>
            {t('library.state.undo')}
          </Button>
        )}
      </p>
    </section>
  );
}
