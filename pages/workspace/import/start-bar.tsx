import { useState } from 'preact/hooks';
import { Button } from '../../../components/ui/button.tsx';
import { CheckField } from '../../../components/ui/field.tsx';
import { wantedValue } from '../../../lib/fill/plan.ts';
import { t } from '../../../lib/i18n.ts';
import { fill } from './fill.ts';
import { busy, form, journal, plan, running } from './state.ts';
import { forgetAdded, toLibrary } from './to-library.ts';

/** What will happen, and the one button that does it. */
export function StartBar() {
  const [withLibrary, setWithLibrary] = useState(true);
  const count = plan.value.items.filter((item) => wantedValue(item) !== null).length;
  function start(): void {
    // Pressed twice before the bar is gone.
    if (journal.value || running.value || busy.value) return;
    if (withLibrary) void toLibrary();
    else forgetAdded();
    void fill();
  }
  return (
    <div class="action-bar">
      <p>{t('import.fillHint', { n: count, title: form.value?.title ?? '' })}</p>
      <CheckField label={t('import.toLibrary')} checked={withLibrary} onChecked={setWithLibrary} />
      <Button look="primary" disabled={count === 0} onClick={start}>
        {t('import.fill')}
      </Button>
    </div>
  );
}
