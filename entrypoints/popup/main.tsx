import { render } from 'preact';
import { Popup } from '../../pages/popup/popup.tsx';
import { startPopup } from '../../pages/popup/start.ts';

const root = document.getElementById('app');
if (root) render(<Popup />, root);
startPopup();
