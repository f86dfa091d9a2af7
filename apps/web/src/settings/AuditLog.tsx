import { roles } from '@sluice/schema';
import { ScrollText } from 'lucide-react';
import { Link } from 'wouter';
import { type AuditEntry, useAudit } from '../api/audit.ts';
import { useCatalogue } from '../catalogue/use-catalogue.ts';
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
import { auditAddress, auditSubject, auditWords, isFlowId } from './audit-words.ts';
import { roleLook } from './role-look.ts';

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
              <TableCell className="break-words">
                <Subject entry={entry} />
              </TableCell>
              <TableCell className="text-hint break-words text-muted">
                <Detail entry={entry} />
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

interface PartProps {
  readonly entry: AuditEntry;
}

function Subject({ entry }: PartProps) {
  const address = auditAddress(entry);
  if (address === undefined) return auditSubject(entry);
  return (
    <Link to={address} className="text-accent hover:underline">
      {entry.subject}
    </Link>
  );
}

/** What there is to say besides, in the words of the screens where it is a code of ours. */
function Detail({ entry }: PartProps) {
  const { action, detail } = entry;
  const { connectors } = useCatalogue();
  if (detail === undefined || detail === null || isFlowId(entry)) return null;
  if (typeof detail !== 'string') return JSON.stringify(detail);
  const connector = action.startsWith('connection.') && connectors.find(({ id }) => id === detail);
  if (connector) return connector.label;
  const role = action.startsWith('user.') && roles.find((each) => each === detail);
  return role ? roleLook[role].label : saySentence(detail);
}
