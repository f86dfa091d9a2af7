import { classNames } from './class-names.ts';

export type ButtonVariant = 'primary' | 'secondary' | 'ghost' | 'danger';
export type ButtonSize = 'small' | 'medium';

const variants: Readonly<Record<ButtonVariant, string>> = {
  primary:
    'border-accent bg-accent text-accent-ink hover:bg-accent-strong hover:border-accent-strong',
  secondary: 'border-line-strong bg-surface text-ink shadow-1 hover:bg-sunken',
  ghost: 'border-transparent text-muted hover:bg-sunken hover:text-ink',
  danger: 'border-fail bg-fail text-status-ink hover:bg-fail-strong hover:border-fail-strong',
};

const sizes: Readonly<Record<ButtonSize, string>> = {
  small: 'h-7 px-2.5 gap-1.5',
  medium: 'h-8 px-3 gap-1.5',
};

/** The classes of a button, for links that should look like one. */
export function buttonClass(variant: ButtonVariant = 'secondary', size: ButtonSize = 'medium') {
  return classNames(
    'inline-flex shrink-0 items-center justify-center rounded-r1 border font-medium whitespace-nowrap no-underline',
    'transition-colors duration-100 disabled:pointer-events-none disabled:opacity-50 aria-disabled:opacity-50',
    '[&>svg]:size-4 [&>svg]:shrink-0',
    variants[variant],
    sizes[size],
  );
}
