import { CloudOff, LoaderCircle, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { Chip } from '../../ui/Chip.tsx';
import { Tooltip } from '../../ui/Tooltip.tsx';
import { useScreen } from '../state/use-screen.ts';
import { useSaving } from '../state/use-saving.ts';

/** How far the draft has been saved, in words. */
export function SavingChip() {
  const phase = useSaving((saving) => saving.phase);
  const savedAt = useSaving((saving) => saving.savedAt);
  const reason = useSaving((saving) => saving.reason);
  const open = useScreen((screen) => screen.open);
  switch (phase) {
    case 'saved':
      return <Chip tone="plain">Draft saved {clock(savedAt)}</Chip>;
    case 'unsaved':
    case 'saving':
      return (
        <Chip tone="plain" icon={<LoaderCircle className="animate-spin" aria-hidden />}>
          Saving …
        </Chip>
      );
    case 'unreachable':
      return (
        <Explained
          text={`${reason ?? ''} Your work is kept in this browser and saved as soon as it can be.`}
        >
          <Chip tone="wait" icon={<CloudOff aria-hidden />}>
            Not saved – offline
          </Chip>
        </Explained>
      );
    case 'refused':
      return (
        <Explained text={reason ?? ''}>
          <Chip tone="fail" icon={<TriangleAlert aria-hidden />}>
            Not saved
          </Chip>
        </Explained>
      );
    case 'conflict':
      return (
        <button type="button" className="rounded-full" onClick={() => open({ name: 'conflict' })}>
          <Chip tone="wait" icon={<TriangleAlert aria-hidden />}>
            Changed elsewhere – choose
          </Chip>
        </button>
      );
  }
}

function Explained({ text, children }: { readonly text: string; readonly children: ReactNode }) {
  return (
    <Tooltip text={text} side="bottom">
      <button type="button" className="rounded-full">
        {children}
        <span className="sr-only">{text}</span>
      </button>
    </Tooltip>
  );
}

function clock(iso: string): string {
  return new Date(iso).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
}
