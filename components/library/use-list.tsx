import { useState } from 'preact/hooks';
import { t } from '../../lib/i18n.ts';
import type { Use } from '../../lib/model/library.ts';
import { formatPages, parsePages } from '../../lib/reference/pages.ts';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/field.tsx';

/** What can be changed of a use by hand. */
export interface UsePatch {
  readonly pages: string;
  readonly explanation: string;
}

interface UseListProps {
  uses: readonly Use[];
  canReveal: boolean;
  onPosition: (use: Use) => void;
  onReveal: (use: Use) => void;
  onPatch: (id: string, patch: UsePatch) => void;
  onRemove: (id: string) => void;
}

/** Positions a document is used in, each with its own pages and explanation. */
export function UseList(props: UseListProps) {
  const { uses } = props;
  const [editing, setEditing] = useState<string | null>(null);
  return (
    <section class="stack" aria-label={t('library.view.uses')}>
      <h3>{t('library.view.uses')}</h3>
      {uses.length === 0 && <p class="quiet">{t('library.view.noUses')}</p>}
      <ul class="uses">
        {uses.map((use) => (
          <li key={use.id} class="use">
            <span class="quiet">{use.path.join(' › ')}</span>
            <button
              type="button"
              class="button button-link"
              title={t('library.view.positionHint')}
              onClick={() => props.onPosition(use)}
            >
              {use.positionText}
            </button>
            {editing === use.id ? (
              <UseEditor
                use={use}
                onDone={(patch) => {
                  if (patch) props.onPatch(use.id, patch);
                  setEditing(null);
                }}
              />
            ) : (
              <>
                <span>{describeUse(use)}</span>
                <span class="row">
                  {props.canReveal && (
                    <Button look="link" onClick={() => props.onReveal(use)}>
                      {t('library.view.reveal')}
                    </Button>
                  )}
                  <Button look="link" onClick={() => setEditing(use.id)}>
                    {t('library.view.editUse')}
                  </Button>
                  <Button look="link" onClick={() => props.onRemove(use.id)}>
                    {t('library.view.removeUse')}
                  </Button>
                </span>
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** «с. 3–5 · Раздел 2 — цели и задачи · 2022». */
export function describeUse(use: Use): string {
  // Pages typed as bare numbers are shown as the comment will say them; anything else as it was typed.
  const bare = /^[\d\s–—,-]+$/.test(use.pages) ? formatPages(parsePages(use.pages).pages) : '';
  const pages = bare || use.pages;
  const parts = [
    pages || t('library.view.noPages'),
    use.explanation,
    use.year === null ? '' : String(use.year),
  ];
  return parts.filter((part) => part !== '').join(' · ');
}

function UseEditor({ use, onDone }: { use: Use; onDone: (patch: UsePatch | null) => void }) {
  const [pages, setPages] = useState(use.pages);
  const [explanation, setExplanation] = useState(use.explanation);
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        onDone({ pages: pages.trim(), explanation: explanation.trim() });
      }}
    >
      <TextField label={t('library.view.pages')} value={pages} onValue={setPages} autofocus />
      <TextField
        label={t('library.view.explanation')}
        value={explanation}
        lines={2}
        onValue={setExplanation}
      />
      <span class="row">
        <button type="submit" class="button button-primary">
          {t('library.form.save')}
        </button>
        <Button onClick={() => onDone(null)}>{t('library.form.cancel')}</Button>
      </span>
    </form>
  );
}
