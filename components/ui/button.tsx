import type { ButtonHTMLAttributes, ComponentChildren } from 'preact';

interface ButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'class' | 'className'> {
  /** `primary`: the one thing to do here; `link`: a small action inside text. */
  look?: 'plain' | 'primary' | 'link';
  disabled?: boolean;
  children: ComponentChildren;
}

/** A button that never submits a form by accident. */
export function Button({ look = 'plain', children, ...rest }: ButtonProps) {
  const className = look === 'plain' ? 'button' : `button button-${look}`;
  return (
    <button type="button" class={className} {...rest}>
      {children}
    </button>
  );
}
