import { Check, Copy } from 'lucide-react';
import { say } from '../words/say.ts';
import { Button } from './Button.tsx';
import { useCopy } from './use-copy.ts';

interface CopyButtonProps {
  readonly text: string;
  /** What is copied, for screen readers: “Copy URL”. */
  readonly label: string;
  readonly variant?: 'secondary' | 'ghost';
  readonly size?: 'small' | 'medium';
}

/** Copies a text and says that it did. */
export function CopyButton({
  text,
  label,
  variant = 'secondary',
  size = 'medium',
}: CopyButtonProps) {
  const { copied, copy } = useCopy();
  return (
    <Button
      variant={variant}
      size={size}
      icon={copied ? <Check className="text-ok" aria-hidden /> : <Copy aria-hidden />}
      aria-label={label}
      onClick={() => copy(text)}
    >
      <span aria-live="polite">{copied ? say('ui.copied') : say('ui.copy')}</span>
    </Button>
  );
}
