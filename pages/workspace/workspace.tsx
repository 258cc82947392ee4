import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Shell } from '../../components/workspace/shell.tsx';
import { t } from '../../lib/i18n.ts';
import { FIRST_PAGE, PAGES } from './pages.ts';

/** The page named in the address (`#import`), so that a link or the browser's «back» leads to it. */
function pageOf(hash: string): string {
  const name = hash.replace(/^#/, '').split('/')[0] ?? '';
  return Object.hasOwn(PAGES, name) ? name : FIRST_PAGE;
}

/** Full-page work: what takes longer than a popup lives. */
export function Workspace() {
  const [page, setPage] = useState(() => pageOf(location.hash));
  const [loaded, setLoaded] = useState<{ name: string; Page: ComponentType } | null>(null);
  useEffect(() => {
    const onHash = (): void => setPage(pageOf(location.hash));
    addEventListener('hashchange', onHash);
    return () => removeEventListener('hashchange', onHash);
  }, []);
  useEffect(() => {
    let stale = false;
    document.title = `${t(`workspace.page.${page}`)} — ${t('extension.name')}`;
    void PAGES[page]?.().then((module) => !stale && setLoaded({ name: page, Page: module.default }));
    return () => {
      stale = true;
    };
  }, [page]);
  const pages = Object.keys(PAGES).map((name) => ({ name, label: t(`workspace.page.${name}`) }));
  return (
    <Shell pages={pages} current={page}>
      {loaded?.name === page ? <loaded.Page /> : <p class="quiet">{t('panel.loading')}</p>}
    </Shell>
  );
}
