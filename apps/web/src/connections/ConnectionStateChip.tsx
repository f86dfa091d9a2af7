import type { ConnectionState } from '@sluice/schema';
import { Chip } from '../ui/Chip.tsx';
import { Popover } from '../ui/Popover.tsx';

interface ConnectionStateChipProps {
  readonly state: ConnectionState;
}

/** What keeps a connection from sending just now; nothing while nothing does. */
export function ConnectionStateChip({ state }: ConnectionStateChipProps) {
  if (state.kind === 'ok') return null;
  const isDown = state.kind === 'down';
  return (
    <Popover
      label="State"
      className="w-96"
      trigger={
        <button type="button" className="mt-1 rounded-full">
          <Chip tone={isDown ? 'fail' : 'wait'}>{isDown ? 'Down' : 'Resting'}</Chip>
        </button>
      }
    >
      <p>{state.message}</p>
      {state.until && (
        <p className="mt-1 text-hint text-muted">
          It is tried again at{' '}
          <time dateTime={state.until}>
            {new Date(state.until).toLocaleTimeString(undefined, { timeStyle: 'medium' })}
          </time>
          . Runs that need it wait, and go on by themselves.
        </p>
      )}
    </Popover>
  );
}
