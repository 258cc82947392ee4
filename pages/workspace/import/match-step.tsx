import { Matched } from '../../../components/import/matched.tsx';
import { Button } from '../../../components/ui/button.tsx';
import { Notice } from '../../../components/ui/notice.tsx';
import { t } from '../../../lib/i18n.ts';
import { leftOver } from '../../../lib/import/left-over.ts';
import { packTitle } from './check.ts';
import { refreshForm } from './find-form.ts';
import { form, placed, session } from './state.ts';

/** Which position of the form each position of the table goes to. */
export function MatchStep() {
  const now = session.value;
  if (!now) return null;
  if (!form.value)
    return (
      <section class="stack">
        <h2>{t('import.step.match')}</h2>
        <Notice tone="doubtful">
          <p>{packTitle.value ? t('import.withPack', { title: packTitle.value }) : t('import.noForm')}</p>
          <Button onClick={() => void refreshForm()}>{t('import.findForm')}</Button>
        </Notice>
      </section>
    );
  const waiting = new Set(leftOver(now, placed.value).waiting);
  const positions = placed.value.flatMap((place) => {
    const position = now.positions[place.index];
    const { index } = place;
    const said = now.confirmed[index] !== undefined;
    return position ? [{ ...position, ...place, said, waits: waiting.has(index) }] : [];
  });
  const targets = now.targets.map(({ id, path, text }) => ({ id, label: `${path.at(-1) ?? ''}: ${text}` }));
  const confirm = (index: number, target: string | null): void => {
    // As it is when the choice is made: the form may have shown further positions since this was drawn.
    const latest = session.value ?? now;
    session.value = { ...latest, confirmed: { ...latest.confirmed, [index]: target } };
  };
  return (
    <section class="stack">
      <h2>{t('import.step.match')}</h2>
      <p class="quiet">{t('import.toForm', { title: form.value.title })}</p>
      <Matched positions={positions} targets={targets} onTarget={confirm} />
    </section>
  );
}
