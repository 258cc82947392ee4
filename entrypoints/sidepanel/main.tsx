import { render } from 'preact';
import { Panel } from '../../pages/sidepanel/panel.tsx';

const root = document.getElementById('app');
if (root) render(<Panel />, root);
