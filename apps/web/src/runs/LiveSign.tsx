import type { LiveState } from '../api/live.ts';
import { Chip } from '../ui/Chip.tsx';

/** Whether news comes in as it happens. */
export function LiveSign({ state }: { readonly state: LiveState }) {
  return state === 'live' ? (
    <Chip tone="ok" icon={<span className="size-1.5 rounded-full bg-current" />}>
      Live
    </Chip>
  ) : (
    <Chip tone="wait">Connecting …</Chip>
  );
}
