import type { ComponentProps, ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { Spinner } from './Spinner.tsx';
import { Tooltip } from './Tooltip.tsx';

interface IconButtonProps extends Omit<ComponentProps<'button'>, 'children' | 'aria-label'> {
  /** What the button does: its accessible name and its tooltip. */
  readonly label: string;
  readonly icon: ReactNode;
  readonly variant?: 'ghost' | 'secondary' | 'danger';
  readonly size?: 'small' | 'medium';
  readonly busy?: boolean;
  /** Leaves the tooltip out, where one would cover what is being worked on. */
  readonly plain?: boolean;
}

const variants = {
  ghost: 'border-transparent text-muted hover:bg-sunken hover:text-ink data-[state=open]:bg-sunken',
  secondary: 'border-line-strong bg-surface text-ink shadow-1 hover:bg-sunken',
  danger: 'border-transparent text-muted hover:bg-fail-soft hover:text-fail',
};

/** A button that is only an icon, with its name on a tooltip. */
export function IconButton({
  label,
  icon,
  variant = 'ghost',
  size = 'medium',
  busy = false,
  plain = false,
  className,
  disabled,
  type = 'button',
  ...rest
}: IconButtonProps) {
  const button = (
    <button
      type={type}
      aria-label={label}
      disabled={disabled === true || busy}
      className={classNames(
        'inline-grid shrink-0 place-items-center rounded-r1 border transition-colors duration-100 disabled:pointer-events-none disabled:opacity-45 [&_svg]:size-4',
        size === 'small' ? 'size-7' : 'size-8',
        variants[variant],
        className,
      )}
      {...rest}
    >
      {busy ? <Spinner /> : icon}
    </button>
  );
  return plain ? button : <Tooltip text={label}>{button}</Tooltip>;
}
