import { mount } from '../../pages/mount.ts';
import { Workspace } from '../../pages/workspace/workspace.tsx';

mount(<Workspace />);
