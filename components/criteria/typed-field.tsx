import { useRef, useState } from 'preact/hooks';
import { TextField } from '../ui/field.tsx';

interface TypedFieldProps<T> {
  label: string;
  hint?: string;
  lines?: number;
  value: T;
  /** How the value is written out; two values written alike are the same. */
  write: (value: T) => string;
  read: (text: string) => T;
  /** What is wrong with the text as it stands; undefined: nothing. */
  wrong?: (text: string) => string | undefined;
  onValue: (value: T) => void;
}

/**
 * A field whose text stands for a value of another kind (a list, a number). What is typed stays as typed, even where it
 * is not yet a value («1,», an empty line); the text follows the value only when that changes elsewhere.
 */
export function TypedField<T>(props: TypedFieldProps<T>) {
  const written = props.write(props.value);
  const kept = useRef({ typed: written, given: written });
  const [, draw] = useState(0);
  if (kept.current.given !== written) kept.current = { typed: written, given: written };
  const shown = kept.current.typed;
  const error = props.wrong?.(shown);
  return (
    <TextField
      label={props.label}
      value={shown}
      onValue={(typed) => {
        const value = props.read(typed);
        kept.current = { typed, given: props.write(value) };
        draw((times) => times + 1);
        props.onValue(value);
      }}
      {...(props.hint && { hint: props.hint })}
      {...(props.lines && { lines: props.lines })}
      {...(error && { error })}
    />
  );
}
