import { t } from '../../lib/i18n.ts';
import { ListScreen } from './list-screen.tsx';
import { Screens } from './screens.tsx';

/** The popup: the library over the page in front of the user. */
export function Popup() {
  return (
    <main>
      <h1 class="visually-hidden">{t('extension.name')}</h1>
      <Screens list={<ListScreen />} />
    </main>
  );
}
