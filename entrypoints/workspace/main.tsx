import { render } from 'preact';
import { Workspace } from './workspace.tsx';

const root = document.getElementById('app');
if (root) render(<Workspace />, root);
