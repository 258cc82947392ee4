import type { InputHTMLAttributes } from 'preact';
import { useId } from 'preact/hooks';

interface TextFieldProps {
  label: string;
  value: string;
  onValue: (value: string) => void;
  hint?: string;
  /** What is wrong and what to do; shown below and read out. */
  error?: string;
  type?: 'text' | 'search' | 'url' | 'number' | 'password' | 'date';
  /** Lines of text; over 1 gives a text area. */
  lines?: number;
  placeholder?: string;
  autofocus?: boolean;
  /** Label for screen readers only. */
  hideLabel?: boolean;
}

/** A labelled text field with a hint and an error that belong to it for screen readers too. */
export function TextField(props: TextFieldProps) {
  const id = useId();
  const describedBy =
    [props.hint && `${id}-hint`, props.error && `${id}-error`].filter(Boolean).join(' ') || undefined;
  const common = {
    id,
    class: 'input',
    value: props.value,
    placeholder: props.placeholder,
    'aria-describedby': describedBy,
    'aria-invalid': props.error ? ('true' as const) : undefined,
  };
  return (
    <div class="field">
      <label class={props.hideLabel ? 'visually-hidden' : 'field-label'} for={id}>
        {props.label}
      </label>
      {props.lines && props.lines > 1 ? (
        <textarea {...common} rows={props.lines} onInput={(e) => props.onValue(e.currentTarget.value)} />
      ) : (
        <input
          {...common}
          {...({ type: props.type ?? 'text' } as InputHTMLAttributes<HTMLInputElement>)}
          ref={props.autofocus ? focusOnMount : undefined}
          onInput={(e) => props.onValue(e.currentTarget.value)}
        />
      )}
      {props.hint && (
        <span id={`${id}-hint`} class="quiet">
          {props.hint}
        </span>
      )}
      {props.error && (
        <span id={`${id}-error`} class="field-error" role="alert">
          {props.error}
        </span>
      )}
    </div>
  );
}

/** `autofocus` of the browser works once a page; a field that appears later needs this. */
function focusOnMount(element: HTMLInputElement | null): void {
  element?.focus();
}

interface SelectFieldProps {
  label: string;
  value: string;
  options: readonly { value: string; label: string }[];
  onValue: (value: string) => void;
}

/** A labelled choice of one out of few. */
export function SelectField({ label, value, options, onValue }: SelectFieldProps) {
  const id = useId();
  return (
    <div class="field">
      <label class="field-label" for={id}>
        {label}
      </label>
      <select id={id} class="input" value={value} onChange={(e) => onValue(e.currentTarget.value)}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}

interface CheckFieldProps {
  label: string;
  checked: boolean;
  onChecked: (checked: boolean) => void;
  hint?: string;
}

/** A labelled yes or no. */
export function CheckField({ label, checked, onChecked, hint }: CheckFieldProps) {
  const id = useId();
  return (
    <div>
      <label class="row" for={id}>
        <input
          id={id}
          type="checkbox"
          checked={checked}
          aria-describedby={hint ? `${id}-hint` : undefined}
          onChange={(e) => onChecked(e.currentTarget.checked)}
        />
        <span>{label}</span>
      </label>
      {hint && (
        <span id={`${id}-hint`} class="quiet">
          {hint}
        </span>
      )}
    </div>
  );
}
