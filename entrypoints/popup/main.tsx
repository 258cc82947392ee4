import { mount } from '../../pages/mount.ts';
import { Popup } from '../../pages/popup/popup.tsx';
import { startPopup } from '../../pages/popup/start.ts';

mount(<Popup />);
startPopup();
