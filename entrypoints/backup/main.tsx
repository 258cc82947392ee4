import { render } from 'preact';
import BackupPage from '../../pages/backup/page.tsx';

// A page of its own as well as a page of the workspace: it works when the rest of the interface does not start.
const root = document.getElementById('app');
if (root) render(<BackupPage />, root);
