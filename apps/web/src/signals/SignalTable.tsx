import type { Signal } from '@sluice/schema';
import { Table } from '../ui/Table.tsx';
import { SignalRows } from './SignalRows.tsx';

interface SignalTableProps {
  readonly signals: readonly Signal[];
  readonly selectedId: string | undefined;
  readonly onOpen: (id: string) => void;
}

const columns = [
  { label: 'Received', className: 'w-32' },
  { label: 'Signal' },
  { label: 'Outcome' },
  { label: 'Trigger' },
  { label: 'User', className: 'max-[1200px]:hidden' },
  { label: 'Run' },
];

/** Signals, newest first; the suppressed ones fold out beneath the one they correlate with. */
export function SignalTable({ signals, selectedId, onOpen }: SignalTableProps) {
  return (
    <Table label="Signals" columns={columns}>
      {signals.map((signal) => (
        <SignalRows key={signal.id} signal={signal} selectedId={selectedId} onOpen={onOpen} />
      ))}
    </Table>
  );
}
