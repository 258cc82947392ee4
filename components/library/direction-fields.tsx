import { t } from '../../lib/i18n.ts';
import { DIRECTIONS } from './draft.ts';

interface DirectionFieldsProps {
  chosen: readonly string[];
  onChosen: (codes: readonly string[]) => void;
}

/** Which directions a document is for: eight numbers, each with its name for those who do not know them by heart. */
export function DirectionFields({ chosen, onChosen }: DirectionFieldsProps) {
  const toggle = (code: string): void =>
    onChosen(chosen.includes(code) ? chosen.filter((other) => other !== code) : [...chosen, code]);
  return (
    <fieldset class="group">
      <legend>{t('library.form.directions')}</legend>
      <div class="row">
        {DIRECTIONS.map((code) => (
          <label key={code} class="direction" title={t(`library.direction.d${code.replace('.', '')}`)}>
            <input type="checkbox" checked={chosen.includes(code)} onChange={() => toggle(code)} />
            {code}
            <span class="visually-hidden">{t(`library.direction.d${code.replace('.', '')}`)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
