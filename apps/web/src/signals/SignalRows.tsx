import { useState } from 'react';
import type { Signal } from '@sluice/schema';
import { SignalRow } from './SignalRow.tsx';
import { SuppressedRows } from './SuppressedRows.tsx';

interface SignalRowsProps {
  readonly signal: Signal;
  readonly selectedId: string | undefined;
  readonly onOpen: (id: string) => void;
}

/** A signal and, while it is folded out, those suppressed beneath it. */
export function SignalRows({ signal, selectedId, onOpen }: SignalRowsProps) {
  const [unfolded, setUnfolded] = useState(false);
  return (
    <>
      <SignalRow
        signal={signal}
        selected={signal.id === selectedId}
        onOpen={onOpen}
        {...(signal.suppressedCount > 0 && {
          fold: { open: unfolded, toggle: () => setUnfolded(!unfolded) },
        })}
      />
      {unfolded && <SuppressedRows parentId={signal.id} selectedId={selectedId} onOpen={onOpen} />}
    </>
  );
}
