import { t } from '../../lib/i18n.ts';
import BackupPage from '../../pages/backup/page.tsx';
import { mount } from '../../pages/mount.ts';

// A page of its own as well as a page of the workspace: it works when the rest of the interface does not start.
const title = t('workspace.page.backup');
document.title = `${title} — ${t('extension.name')}`;
mount(
  <>
    <h1>{title}</h1>
    <BackupPage />
  </>,
);
