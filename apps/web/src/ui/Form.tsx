import type { ReactNode } from 'react';

interface FormProps {
  /** Lets a button outside, such as a dialog's, submit it. */
  readonly id?: string;
  /** Called when the form is submitted; it decides itself whether everything is filled in. */
  readonly onSubmit: () => void;
  readonly className?: string;
  readonly children: ReactNode;
}

/** A form that checks itself. When a submit leaves fields wrong, the first of them gets the focus. */
export function Form({ id, onSubmit, className = 'flex flex-col gap-3.5', children }: FormProps) {
  return (
    <form
      id={id}
      noValidate
      className={className}
      onSubmit={(event) => {
        event.preventDefault();
        // A dialog opened from within another form must not submit that one as well.
        event.stopPropagation();
        const form = event.currentTarget;
        onSubmit();
        // The errors are drawn first.
        setTimeout(() => form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
      }}
    >
      {children}
    </form>
  );
}
