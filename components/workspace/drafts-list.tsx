import { useState } from 'preact/hooks';
import { language, t } from '../../lib/i18n.ts';
import { Button } from '../ui/button.tsx';

export interface ShownDraftField {
  readonly key: string;
  /** «Ссылка 1», «Комментарий 2». */
  readonly label: string;
  readonly draft: string;
  /** null: the page has no such row. */
  readonly page: string | null;
}

export interface ShownVersion {
  readonly revision: number;
  readonly at: string;
  readonly fields: readonly { readonly key: string; readonly label: string; readonly value: string }[];
}

export interface ShownDraft {
  readonly id: string;
  readonly path: string;
  readonly text: string;
  readonly at: string;
  /** false: the form does not show this position now. */
  readonly onPage: boolean;
  readonly fields: readonly ShownDraftField[];
  readonly versions: readonly ShownVersion[];
}

interface DraftsListProps {
  drafts: readonly ShownDraft[];
  busy: boolean;
  onRestore: (id: string) => void;
  onKeepPage: (id: string) => void;
  onRestoreVersion: (id: string, revision: number) => void;
}

/** How many positions are drawn at first, and with each press of «Показать ещё». */
const PORTION = 20;

/** Positions whose draft and page differ, with both texts side by side, and the earlier versions below. */
export function DraftsList({ drafts, busy, onRestore, onKeepPage, onRestoreVersion }: DraftsListProps) {
  const [shown, setShown] = useState(PORTION);
  return (
    <>
      <ul class="plain-list stack">
        {drafts.slice(0, shown).map((draft) => (
          <li key={draft.id} class="draft-item">
            <p class="quiet">{draft.path}</p>
            <h3>{draft.text}</h3>
            {draft.fields.length > 0 && <Differences draft={draft} />}
            <div class="row">
              {draft.onPage && draft.fields.length > 0 && (
                <>
                  <Button disabled={busy} onClick={() => onRestore(draft.id)}>
                    {t('drafts.restore')}
                  </Button>
                  <Button disabled={busy} onClick={() => onKeepPage(draft.id)}>
                    {t('drafts.keepPage')}
                  </Button>
                </>
              )}
              {!draft.onPage && <span class="quiet">{t('drafts.notOnPage')}</span>}
            </div>
            <Versions draft={draft} busy={busy} onRestoreVersion={onRestoreVersion} />
          </li>
        ))}
      </ul>
      {drafts.length > shown && (
        <Button onClick={() => setShown(shown + PORTION)}>
          {t('import.more', { n: drafts.length - shown })}
        </Button>
      )}
    </>
  );
}

function Differences({ draft }: { draft: ShownDraft }) {
  return (
    <table class="table difference">
      <thead>
        <tr>
          <th scope="col">{t('import.field')}</th>
          <th scope="col">{t('drafts.draft', { at: when(draft.at) })}</th>
          <th scope="col">{t('drafts.page')}</th>
        </tr>
      </thead>
      <tbody>
        {draft.fields.map((field) => (
          <tr key={field.key}>
            <td>{field.label}</td>
            <td>{field.draft}</td>
            <td>{field.page || <span class="quiet">{t('drafts.empty')}</span>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface VersionsProps {
  draft: ShownDraft;
  busy: boolean;
  onRestoreVersion: (id: string, revision: number) => void;
}

function Versions({ draft, busy, onRestoreVersion }: VersionsProps) {
  if (draft.versions.length === 0) return null;
  return (
    <details>
      <summary>{t('drafts.versions', { n: draft.versions.length })}</summary>
      {draft.versions.map((version) => (
        <section key={version.revision}>
          <h4>{t('drafts.version', { at: when(version.at) })}</h4>
          <dl>
            {version.fields.map((field) => (
              <div key={field.key}>
                <dt class="quiet">{field.label}</dt>
                <dd>{field.value}</dd>
              </div>
            ))}
          </dl>
          {draft.onPage && (
            <Button disabled={busy} onClick={() => onRestoreVersion(draft.id, version.revision)}>
              {t('drafts.restore')}
            </Button>
          )}
        </section>
      ))}
    </details>
  );
}

/** A moment as people here write it. */
function when(iso: string): string {
  return new Intl.DateTimeFormat(language(), { dateStyle: 'short', timeStyle: 'short' }).format(
    new Date(iso),
  );
}
