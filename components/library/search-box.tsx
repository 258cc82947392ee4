import { t } from '../../lib/i18n.ts';
import { TextField } from '../ui/field.tsx';

interface SearchBoxProps {
  value: string;
  onValue: (value: string) => void;
}

/** Search as you type; arrow down goes to the first document. */
export function SearchBox({ value, onValue }: SearchBoxProps) {
  const down = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowDown') return;
    const root = (event.currentTarget as HTMLElement).closest('main');
    const first = root?.querySelector<HTMLElement>('[data-step]');
    if (!first) return;
    event.preventDefault();
    first.focus();
  };
  return (
    <search onKeyDown={down}>
      <TextField
        label={t('library.search')}
        placeholder={t('library.searchPlaceholder')}
        type="search"
        value={value}
        onValue={onValue}
        hideLabel
        autofocus
      />
    </search>
  );
}
