import { render } from 'preact';
import { language } from '../../lib/i18n.ts';
import { startLibrary } from './library.ts';
import { Popup } from './popup.tsx';
import { startTab } from './tab.ts';
import { restoreUnsaved } from './unsaved.ts';

document.documentElement.lang = language();
const root = document.getElementById('app');
if (root) render(<Popup />, root);
void startLibrary();
void restoreUnsaved();
// The form answers through a page that may be busy: asked after the popup has been drawn.
requestAnimationFrame(() => void startTab());
