import { useEffect, useRef } from 'preact/hooks';
import { Button } from '../../components/ui/button.tsx';
import { Notice } from '../../components/ui/notice.tsx';
import { t } from '../../lib/i18n.ts';
import { DocumentScreen, PositionScreen } from './document-screen.tsx';
import { FormScreen } from './form-screen.tsx';
import { ListScreen } from './list-screen.tsx';
import { ConfirmScreen, DuplicatesScreen, GatherScreen, SecretsScreen } from './other-screens.tsx';
import { attempt, go, message, say, view } from './state.ts';

/** The popup: one screen at a time, what was just done said on top. */
export function Popup() {
  const shown = view.value;
  const main = useRef<HTMLElement>(null);
  // A screen reader hears where it is now; the list focuses its search field by itself.
  useEffect(() => main.current?.querySelector<HTMLElement>('h2[tabindex], textarea')?.focus(), [shown]);
  const back = (event: KeyboardEvent): void => {
    // Esc goes one step back first; on the list it closes the popup, as the browser does.
    if (event.key !== 'Escape' || shown.name === 'list' || shown.name === 'form') return;
    event.preventDefault();
    go({ name: 'list' });
  };
  return (
    <main ref={main} onKeyDown={back}>
      <h1 class="visually-hidden">{t('extension.name')}</h1>
      {shown.name !== 'list' && shown.name !== 'form' && (
        <Button look="link" onClick={() => go({ name: 'list' })}>
          {t('library.back')}
        </Button>
      )}
      <Message />
      {shown.name === 'list' && <ListScreen />}
      {shown.name === 'document' && <DocumentScreen key={shown.id} id={shown.id} />}
      {shown.name === 'position' && <PositionScreen use={shown.use} />}
      {shown.name === 'form' && <FormScreen id={shown.id} />}
      {shown.name === 'duplicates' && <DuplicatesScreen />}
      {shown.name === 'gather' && <GatherScreen view={shown} />}
      {shown.name === 'secrets' && <SecretsScreen />}
      {shown.name === 'confirm' && <ConfirmScreen id={shown.id} />}
    </main>
  );
}

function Message() {
  const shown = message.value;
  if (!shown) return null;
  const { undo } = shown;
  const takeBack = async (): Promise<void> => {
    const done = await attempt(async () => {
      await undo?.();
      return true;
    });
    if (done) say(t('library.undone'), 'plain');
  };
  return (
    <Notice tone={shown.tone} live>
      {shown.text}{' '}
      {undo && (
        <Button look="link" onClick={() => void takeBack()}>
          {t('library.undo')}
        </Button>
      )}
    </Notice>
  );
}
