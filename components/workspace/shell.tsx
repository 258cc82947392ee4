import type { ComponentChildren } from 'preact';
import { t } from '../../lib/i18n.ts';

interface ShellProps {
  pages: readonly { readonly name: string; readonly label: string }[];
  current: string;
  children: ComponentChildren;
}

/** Tasks on the left, the work beside them. */
export function Shell({ pages, current, children }: ShellProps) {
  return (
    <div class="workspace">
      <header class="workspace-head">
        <img src="/icon/32.png" width={24} height={24} alt="" />
        <span>{t('extension.name')}</span>
      </header>
      <nav class="workspace-nav" aria-label={t('workspace.tasks')}>
        <ul>
          {pages.map((page) => (
            <li key={page.name}>
              <a href={`#${page.name}`} aria-current={page.name === current ? 'page' : undefined}>
                {page.label}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <main class="workspace-main stack">
        <h1>{pages.find((page) => page.name === current)?.label}</h1>
        {children}
      </main>
    </div>
  );
}
