import { useEffect, useRef } from 'preact/hooks';
import { t } from '../../lib/i18n.ts';
import type { LibraryDocument, Use } from '../../lib/model/library.ts';
import { safeHref } from '../../lib/reference/address.ts';
import { Button } from '../ui/button.tsx';
import { facts } from './document-item.tsx';
import { UseList, type UsePatch } from './use-list.tsx';

interface DocumentViewProps {
  document: LibraryDocument;
  uses: readonly Use[];
  /** Login and password as dots; null: none kept, or locked. */
  secret: { login: string; password: string } | null;
  locked: boolean;
  canInsert: boolean;
  /** The form in the tab, so that a use can be shown there. */
  canReveal: boolean;
  onInsert: () => void;
  onEdit: () => void;
  onRemove: () => void;
  onUnlock: () => void;
  onPosition: (use: Use) => void;
  onReveal: (use: Use) => void;
  onPatchUse: (id: string, patch: UsePatch) => void;
  onRemoveUse: (id: string) => void;
}

/** Everything known of one document, with the positions it proves. */
export function DocumentView(props: DocumentViewProps) {
  const { document, uses, secret } = props;
  const heading = useRef<HTMLHeadingElement>(null);
  // A screen reader hears which document it is now.
  useEffect(() => heading.current?.focus(), []);
  const href = safeHref(document.address);
  return (
    <article class="stack">
      <h2 ref={heading} tabIndex={-1}>
        {document.title || document.address}
      </h2>
      <p class="quiet">
        {t(`library.kind.${document.kind}`)} · {facts(document, new Set(uses.map((u) => u.positionId)).size)}
      </p>
      {document.address !== '' &&
        (href ? (
          <a href={href} target="_blank" rel="noreferrer noopener">
            {document.address}
          </a>
        ) : (
          <p>{document.address}</p>
        ))}
      {document.access.kind !== 'open' && (
        <p>
          {t(`library.accessKind.${document.access.kind}`)}
          {document.access.note !== '' && `: ${document.access.note}`}
          {secret && `: ${[secret.login, secret.password].filter(Boolean).join(' / ')}`}
          {props.locked && (
            <>
              {' · '}
              <Button look="link" onClick={props.onUnlock}>
                {t('library.secrets.unlock')}
              </Button>
            </>
          )}
        </p>
      )}
      {document.directions.length > 0 && (
        <p>{t('library.view.directions', { codes: document.directions.join(', ') })}</p>
      )}
      {document.note !== '' && <p class="note">{document.note}</p>}
      <div class="row">
        <Button onClick={props.onEdit}>{t('library.view.edit')}</Button>
        <Button onClick={props.onRemove}>{t('library.view.remove')}</Button>
        {props.canInsert && (
          <Button look="primary" onClick={props.onInsert}>
            {t('library.insert')}
          </Button>
        )}
      </div>
      <UseList
        uses={uses}
        canReveal={props.canReveal}
        onPosition={props.onPosition}
        onReveal={props.onReveal}
        onPatch={props.onPatchUse}
        onRemove={props.onRemoveUse}
      />
    </article>
  );
}
