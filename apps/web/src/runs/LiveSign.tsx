import type { LiveState } from '../api/live.ts';
import { Chip } from '../ui/Chip.tsx';
import { say } from '../words/say.ts';

/** Whether news comes in as it happens. */
export function LiveSign({ state }: { readonly state: LiveState }) {
  return state === 'live' ? (
    <Chip tone="ok" icon={<span className="size-1.5 rounded-full bg-current" />}>
      {say('runs.live')}
    </Chip>
  ) : (
    <Chip tone="wait">{say('runs.connecting')}</Chip>
  );
}
