import type { ConnectionState } from '@sluice/schema';
import { Chip } from '../ui/Chip.tsx';
import { Popover } from '../ui/Popover.tsx';
import { timeText } from '../words/format.ts';
import { saySentence } from '../words/say-sentence.ts';
import { say } from '../words/say.ts';

interface ConnectionStateChipProps {
  readonly state: ConnectionState;
}

/** What keeps a connection from sending just now; nothing while nothing does. */
export function ConnectionStateChip({ state }: ConnectionStateChipProps) {
  if (state.kind === 'ok') return null;
  const isDown = state.kind === 'down';
  return (
    <Popover
      label={say('connections.state')}
      className="w-96"
      trigger={
        <button type="button" className="mt-1 rounded-full">
          <Chip tone={isDown ? 'fail' : 'wait'}>
            {isDown ? say('connections.down') : say('connections.resting')}
          </Chip>
        </button>
      }
    >
      {state.message !== undefined && <p>{saySentence(state.message)}</p>}
      {state.until && (
        <p className="mt-1 text-hint text-muted">
          {say('connections.tried-again', { time: timeText(state.until, { timeStyle: 'medium' }) })}
        </p>
      )}
    </Popover>
  );
}
