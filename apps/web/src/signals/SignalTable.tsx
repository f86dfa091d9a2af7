import type { Signal } from '@sluice/schema';
import { Table } from '../ui/Table.tsx';
import { say } from '../words/say.ts';
import { SignalRows } from './SignalRows.tsx';

interface SignalTableProps {
  readonly signals: readonly Signal[];
  readonly selectedId: string | undefined;
  readonly onOpen: (id: string) => void;
}

const columns = [
  { label: say('signals.received'), className: 'w-32' },
  { label: say('signals.signal') },
  { label: say('signals.outcome') },
  { label: say('signals.trigger') },
  { label: say('signals.user'), className: 'max-[1200px]:hidden' },
  { label: say('signals.run') },
];

/** Signals, newest first; the suppressed ones fold out beneath the one they correlate with. */
export function SignalTable({ signals, selectedId, onOpen }: SignalTableProps) {
  return (
    <Table label={say('app.signals')} columns={columns}>
      {signals.map((signal) => (
        <SignalRows key={signal.id} signal={signal} selectedId={selectedId} onOpen={onOpen} />
      ))}
    </Table>
  );
}
