import { render } from 'preact';
import { Workspace } from '../../pages/workspace/workspace.tsx';

const root = document.getElementById('app');
if (root) render(<Workspace />, root);
