import { mount } from '../../pages/mount.ts';
import { Panel } from '../../pages/sidepanel/panel.tsx';

mount(<Panel />);
