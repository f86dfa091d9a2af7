import { ScrollText } from 'lucide-react';
import { useAudit } from '../api/audit.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorBanner } from '../ui/ErrorBanner.tsx';
import { RelativeTime } from '../ui/RelativeTime.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Table } from '../ui/Table.tsx';
import { TableCell } from '../ui/TableCell.tsx';
import { TableRow } from '../ui/TableRow.tsx';
import { saySentence } from '../words/say-sentence.ts';
import { say } from '../words/say.ts';
import { auditWords } from './audit-words.ts';

const columns = [
  { label: say('settings.audit.when'), className: 'w-36' },
  { label: say('settings.audit.who') },
  { label: say('settings.audit.did') },
  { label: say('settings.audit.to-what') },
  { label: say('settings.audit.detail') },
];

/** Who did what, newest first. */
export function AuditLog() {
  const audit = useAudit();
  const entries = audit.data?.pages.flatMap((page) => page.items);
  return (
    <>
      <ErrorBanner error={audit.error} onRetry={() => void audit.refetch()} />
      {!entries && !audit.error && <Skeleton lines={8} />}
      {entries?.length === 0 && (
        <EmptyState icon={<ScrollText />} title={say('settings.audit.none')}>
          {say('settings.audit.none-hint')}
        </EmptyState>
      )}
      {entries && entries.length > 0 && (
        <Table label={say('settings.audit.title')} columns={columns}>
          {entries.map((entry) => (
            <TableRow key={entry.id}>
              <TableCell className="whitespace-nowrap text-muted">
                <RelativeTime at={entry.at} />
              </TableCell>
              <TableCell className="font-medium">{entry.actor}</TableCell>
              <TableCell className="whitespace-nowrap">{auditWords(entry.action)}</TableCell>
              <TableCell className="break-words">{entry.subject}</TableCell>
              <TableCell className="text-hint break-words text-muted">
                {detailText(entry.detail)}
              </TableCell>
            </TableRow>
          ))}
        </Table>
      )}
      {audit.hasNextPage && (
        <div className="pt-4 text-center">
          <Button busy={audit.isFetchingNextPage} onClick={() => void audit.fetchNextPage()}>
            {say('settings.audit.older')}
          </Button>
        </div>
      )}
    </>
  );
}

function detailText(detail: unknown): string {
  if (detail === undefined || detail === null) return '';
  return typeof detail === 'string' ? saySentence(detail) : JSON.stringify(detail);
}
