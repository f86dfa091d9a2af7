import { CloudCheck, CloudOff, LoaderCircle, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { Chip } from '../../ui/Chip.tsx';
import { Tooltip } from '../../ui/Tooltip.tsx';
import { clockText, timeText } from '../../words/format.ts';
import { say } from '../../words/say.ts';
import { useScreen } from '../state/use-screen.ts';
import { useSaving } from '../state/use-saving.ts';

/** How far the draft has been saved, in words. */
export function SavingChip() {
  const phase = useSaving((saving) => saving.phase);
  const savedAt = useSaving((saving) => saving.savedAt);
  const reason = useSaving((saving) => saving.reason);
  const open = useScreen((screen) => screen.open);
  const words = say('designer.header.saving.saved', { time: clockText(savedAt, 'minute') });
  switch (phase) {
    case 'saved':
      return (
        <Tooltip
          text={say('designer.header.saving.saved', { time: timeText(savedAt) })}
          side="bottom"
        >
          <Chip
            tone="plain"
            icon={<CloudCheck aria-hidden className="size-3.5! min-[1280px]:hidden" />}
          >
            <span className="max-[1279px]:sr-only">{words}</span>
          </Chip>
        </Tooltip>
      );
    case 'unsaved':
    case 'saving':
      return (
        <Chip tone="plain" icon={<LoaderCircle className="animate-spin" aria-hidden />}>
          {say('designer.header.saving.saving')}
        </Chip>
      );
    case 'unreachable':
      return (
        <Explained text={say('designer.header.saving.kept', { reason: reason ?? '' })}>
          <Chip tone="wait" icon={<CloudOff aria-hidden />}>
            {say('designer.header.saving.offline')}
          </Chip>
        </Explained>
      );
    case 'refused':
      return (
        <Explained text={reason ?? ''}>
          <Chip tone="fail" icon={<TriangleAlert aria-hidden />}>
            {say('designer.header.saving.refused')}
          </Chip>
        </Explained>
      );
    case 'conflict':
      return (
        <button type="button" className="rounded-full" onClick={() => open({ name: 'conflict' })}>
          <Chip tone="wait" icon={<TriangleAlert aria-hidden />}>
            {say('designer.header.saving.conflict')}
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
