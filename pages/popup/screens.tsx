import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { Button } from '../../components/ui/button.tsx';
import { Notice } from '../../components/ui/notice.tsx';
import { t } from '../../lib/i18n.ts';
import { DocumentScreen, PositionScreen } from './document-screen.tsx';
import { FormScreen } from './form-screen.tsx';
import { ConfirmScreen, DuplicatesScreen, GatherScreen, SecretsScreen } from './other-screens.tsx';
import { attempt, go, message, say, unsay, view } from './state.ts';

interface ScreensProps {
  /** What popup and side panel begin with; the screens behind it are the same in both. */
  list: ComponentChildren;
}

/** The library, one screen at a time; what was just done is said over the lower edge. */
export function Screens({ list }: ScreensProps) {
  const shown = view.value;
  const main = useRef<HTMLDivElement>(null);
  // A screen reader hears where it is now; the list focuses its search field by itself.
  // Before the frame is painted: the first letter typed goes into the field.
  useLayoutEffect(() => main.current?.querySelector<HTMLElement>('h2[tabindex], textarea')?.focus(), [shown]);
  const back = (event: KeyboardEvent): void => {
    // Esc goes one step back first; on the list it closes the popup, as the browser does.
    if (event.key !== 'Escape' || shown.name === 'list' || shown.name === 'form') return;
    event.preventDefault();
    go({ name: 'list' });
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Esc is heard from whatever has the focus inside
    <div ref={main} class="screens" onKeyDown={back}>
      {shown.name !== 'list' && shown.name !== 'form' && (
        <Button look="link" onClick={() => go({ name: 'list' })}>
          {t('library.back')}
        </Button>
      )}
      {shown.name === 'list' && list}
      {shown.name === 'document' && <DocumentScreen key={shown.id} id={shown.id} />}
      {shown.name === 'position' && <PositionScreen use={shown.use} />}
      {shown.name === 'form' && <FormScreen id={shown.id} />}
      {shown.name === 'duplicates' && <DuplicatesScreen />}
      {shown.name === 'gather' && <GatherScreen view={shown} />}
      {shown.name === 'secrets' && <SecretsScreen />}
      {shown.name === 'confirm' && <ConfirmScreen id={shown.id} />}
      <Message />
    </div>
  );
}

/** Stands over the lower edge: nothing the user is about to press moves when it comes or goes. */
function Message() {
  const shown = message.value;
  if (!shown) return null;
  const { undo } = shown;
  const takeBack = async (): Promise<void> => {
    const done = await attempt(async () => {
      await undo?.();
      return true;
    });
    if (done && message.value === shown) say(t('library.undone'), 'plain');
  };
  return (
    <div class="message">
      <Notice tone={shown.tone} live>
        {shown.text}{' '}
        {undo && (
          <Button look="link" onClick={() => void takeBack()}>
            {shown.undoLabel}
          </Button>
        )}
      </Notice>
      <button type="button" class="message-close" aria-label={t('overlay.close')} onClick={unsay}>
        ×
      </button>
    </div>
  );
}
