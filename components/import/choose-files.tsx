import { useState } from 'preact/hooks';
import { t } from '../../lib/i18n.ts';
import { Button } from '../ui/button.tsx';

interface ChooseFilesProps {
  /** Endings offered by the file dialog, e.g. `.xlsx,.docx`. */
  accept: string;
  label: string;
  hint: string;
  busy: boolean;
  /** Something was taken already: the rest of the page has the room. */
  compact?: boolean;
  /** Nothing is taken now. */
  locked?: boolean;
  onFiles: (files: readonly File[]) => void;
  /** Cells pasted from a spreadsheet or a text; absent where pasting makes no sense. */
  onPaste?: (pasted: { html: string; text: string }) => void;
}

/** Files by dropping, by a dialog, or cells by pasting: all three by keyboard too. */
export function ChooseFiles({
  accept,
  label,
  hint,
  busy,
  locked = false,
  compact = false,
  onFiles,
  onPaste,
}: ChooseFilesProps) {
  const [over, setOver] = useState(false);
  function onDrop(event: DragEvent): void {
    event.preventDefault();
    setOver(false);
    const files = [...(event.dataTransfer?.files ?? [])];
    if (files.length > 0 && !locked) onFiles(files);
  }
  function onPasted(event: ClipboardEvent): void {
    const data = event.clipboardData;
    if (!data || !onPaste || locked) return;
    event.preventDefault();
    if (data.files.length > 0) onFiles([...data.files]);
    else onPaste({ html: data.getData('text/html'), text: data.getData('text/plain') });
  }
  return (
    <section
      class={['drop', over && 'drop-over', compact && 'drop-compact'].filter(Boolean).join(' ')}
      aria-label={label}
      aria-busy={busy}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
      onPaste={onPasted}
    >
      <label class="button button-primary drop-button">
        {busy ? t('import.reading') : label}
        <input
          class="visually-hidden"
          type="file"
          multiple
          accept={accept}
          disabled={busy || locked}
          onChange={(event) => {
            const input = event.currentTarget;
            const files = [...(input.files ?? [])];
            // The same file chosen again, mended, must be read again.
            input.value = '';
            if (files.length > 0) onFiles(files);
          }}
        />
      </label>
      <p class="quiet">{hint}</p>
      {onPaste && (
        <Button
          look="link"
          onClick={async () => {
            const text = await navigator.clipboard.readText().catch(() => '');
            if (text && !locked) onPaste({ html: '', text });
          }}
        >
          {t('import.paste')}
        </Button>
      )}
    </section>
  );
}
