import { useSignals } from '../api/signals.ts';
import { Button } from '../ui/Button.tsx';
import { ErrorBanner } from '../ui/ErrorBanner.tsx';
import { Spinner } from '../ui/Spinner.tsx';
import { say } from '../words/say.ts';
import { SignalRow } from './SignalRow.tsx';

interface SuppressedRowsProps {
  readonly parentId: string;
  readonly selectedId: string | undefined;
  readonly onOpen: (id: string) => void;
}

/** The signals suppressed beneath another one. */
export function SuppressedRows({ parentId, selectedId, onOpen }: SuppressedRowsProps) {
  const signals = useSignals({ parentId });
  const items = signals.data?.pages.flatMap((page) => page.items);
  return (
    <>
      {items?.map((signal) => (
        <SignalRow
          key={signal.id}
          signal={signal}
          selected={signal.id === selectedId}
          onOpen={onOpen}
          nested
        />
      ))}
      {(!items || signals.hasNextPage) && (
        <tr className="border-b bg-sunken">
          <td colSpan={6} className="px-4 py-2 text-center">
            {signals.error ? (
              <ErrorBanner error={signals.error} onRetry={() => void signals.refetch()} />
            ) : items ? (
              <Button
                size="small"
                busy={signals.isFetchingNextPage}
                onClick={() => void signals.fetchNextPage()}
              >
                {say('signals.show-more')}
              </Button>
            ) : (
              <Spinner label={say('signals.loading-suppressed')} />
            )}
          </td>
        </tr>
      )}
    </>
  );
}
