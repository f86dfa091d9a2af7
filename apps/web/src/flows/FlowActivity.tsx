import type { FlowSummary } from '@sluice/schema';
import { Link } from 'wouter';
import { RunStatusChip } from '../runs/RunStatusChip.tsx';
import { RelativeTime } from '../ui/RelativeTime.tsx';
import { TableCell } from '../ui/TableCell.tsx';
import { say } from '../words/say.ts';

/** How a flow fares: its last run, and how many failed lately. Each leads to what it counts. */
export function FlowActivity({ flow }: { readonly flow: FlowSummary }) {
  return (
    <>
      <TableCell>
        {flow.lastRun ? (
          <Link
            to={`/flows/${flow.id}?run=${flow.lastRun.id}`}
            className="flex items-center gap-2 rounded-r1 no-underline"
          >
            <RunStatusChip status={flow.lastRun.status} />
            <RelativeTime
              at={flow.lastRun.at}
              className="text-hint whitespace-nowrap text-muted underline"
            />
          </Link>
        ) : (
          <span className="text-faint">{say('settings.keys.never')}</span>
        )}
      </TableCell>
      <TableCell>
        {flow.recentFailures > 0 ? (
          <Link to={`/runs?flow=${flow.id}&status=failed`} className="font-semibold text-fail">
            {flow.recentFailures}
          </Link>
        ) : (
          <span className="text-faint">0</span>
        )}
      </TableCell>
    </>
  );
}
