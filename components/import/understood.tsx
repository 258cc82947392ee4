import { t } from '../../lib/i18n.ts';
import { placeText } from '../../lib/reference/place.ts';
import { SelectField } from '../ui/field.tsx';
import { Notice } from '../ui/notice.tsx';

export interface UnderstoodFile {
  readonly name: string;
  /** A sentence when the file could not be read. */
  readonly error: string | null;
  /** The page that takes such a file. */
  readonly goTo: { readonly href: string; readonly label: string } | null;
  readonly positions: number;
  readonly links: number;
  readonly warnings: readonly { readonly place: string; readonly text: string }[];
  /** Columns nobody knows: shown, and mapped by a choice that is remembered for that header. */
  readonly unknownColumns: readonly {
    readonly key: string;
    readonly header: string;
    readonly example: string;
  }[];
}

const ROLES = ['', 'position', 'url', 'name', 'pages', 'comment'] as const;

interface UnderstoodProps {
  files: readonly UnderstoodFile[];
  columns: Readonly<Record<string, string>>;
  onColumn: (key: string, role: string) => void;
}

/** What was understood of each file, what was not, and where it stands. */
export function Understood({ files, columns, onColumn }: UnderstoodProps) {
  return (
    <div class="stack">
      {files.map((file) => (
        <section key={file.name}>
          <h3>{file.name}</h3>
          {file.error ? (
            <Notice tone="wrong" live>
              {file.error} {file.goTo && <a href={file.goTo.href}>{file.goTo.label}</a>}
            </Notice>
          ) : (
            <p>
              {t('import.positions', { n: file.positions })}, {t('import.links', { n: file.links })}
            </p>
          )}
          {file.unknownColumns.map((column) => (
            <SelectField
              key={column.key}
              label={t('import.unknownColumn', { header: column.header, example: column.example })}
              value={columns[column.key] ?? ''}
              options={ROLES.map((role) => ({ value: role, label: t(`import.role.${role || 'none'}`) }))}
              onValue={(role) => onColumn(column.key, role)}
            />
          ))}
          {file.warnings.length > 0 && (
            <details open={file.warnings.length < 6}>
              <summary>{t('import.warnings', { n: file.warnings.length })}</summary>
              <ul>
                {file.warnings.map((warning) => (
                  <li key={`${warning.place} ${warning.text}`}>
                    {warning.place && <b>{placeText(warning.place, t)}: </b>}
                    {warning.text}
                  </li>
                ))}
              </ul>
            </details>
          )}
        </section>
      ))}
    </div>
  );
}
