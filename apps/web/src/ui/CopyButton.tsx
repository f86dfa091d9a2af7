import { Check, Copy } from 'lucide-react';
import { say } from '../words/say.ts';
import { Button } from './Button.tsx';
import { IconButton } from './IconButton.tsx';
import { useCopy } from './use-copy.ts';

interface CopyButtonProps {
  readonly text: string;
  /** What is copied, for screen readers: “Copy URL”. */
  readonly label: string;
  readonly variant?: 'secondary' | 'ghost';
  readonly size?: 'small' | 'medium';
  /** Leaves the word out, where many stand beneath each other. */
  readonly iconOnly?: boolean;
  readonly disabled?: boolean;
}

/** Copies a text and says that it did. */
export function CopyButton({
  text,
  label,
  variant = 'secondary',
  size = 'medium',
  iconOnly = false,
  disabled = false,
}: CopyButtonProps) {
  const { copied, copy } = useCopy();
  const icon = copied ? <Check className="text-ok" aria-hidden /> : <Copy aria-hidden />;
  if (iconOnly) {
    return (
      <>
        <IconButton
          size={size}
          icon={icon}
          label={label}
          disabled={disabled}
          onClick={() => copy(text)}
        />
        <span aria-live="polite" className="sr-only">
          {copied && say('ui.copied')}
        </span>
      </>
    );
  }
  return (
    <Button
      variant={variant}
      size={size}
      icon={icon}
      aria-label={label}
      disabled={disabled}
      onClick={() => copy(text)}
    >
      <span aria-live="polite">{copied ? say('ui.copied') : say('ui.copy')}</span>
    </Button>
  );
}
