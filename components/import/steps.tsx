import { t } from '../../lib/i18n.ts';

interface StepsProps {
  steps: readonly string[];
  current: string;
}

/** Where the user is in a task of several steps; the steps themselves stand one below the other. */
export function Steps({ steps, current }: StepsProps) {
  const at = steps.indexOf(current);
  return (
    <ol class="steps" aria-label={t('import.steps')}>
      {steps.map((step, index) => (
        <li
          key={step}
          class={index < at ? 'step-done' : ''}
          aria-current={step === current ? 'step' : undefined}
        >
          {index < at && <span aria-hidden="true">✓ </span>}
          {t(`import.step.${step}`)}
        </li>
      ))}
    </ol>
  );
}
