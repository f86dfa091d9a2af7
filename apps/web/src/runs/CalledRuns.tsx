import type { RunDetail } from '@sluice/schema';
import { CornerRightDown } from 'lucide-react';
import { say } from '../words/say.ts';
import { RunLink } from './RunLink.tsx';
import { RunStatusChip } from './RunStatusChip.tsx';

interface CalledRunsProps {
  readonly run: RunDetail;
  readonly nameOf: (nodeId: string) => string;
  readonly onShow?: ((requestId: string) => void) | undefined;
}

/** The runs of other flows that this one called, the newest ones, folded away when there are many. */
export function CalledRuns({ run, nameOf, onShow }: CalledRunsProps) {
  const { calledRuns } = run;
  return (
    <li className="flex items-start gap-1.5 text-muted">
      <CornerRightDown className="mt-0.5 size-4 shrink-0" aria-hidden />
      <details open={calledRuns.length <= 3} className="min-w-0">
        <summary className="cursor-pointer">
          {say('runs.called-runs-count', { count: calledRuns.length })}
        </summary>
        <ul
          className="mt-1 flex max-h-40 flex-col gap-1 overflow-y-auto"
          aria-label={say('runs.called-runs')}
        >
          {calledRuns.map((called) => (
            <li key={called.id} className="flex items-center gap-2">
              <RunStatusChip status={called.status} />
              <RunLink id={called.id} onShow={onShow} />
              <span className="truncate text-hint">
                {say('runs.called-by', { flow: called.flowName, node: nameOf(called.nodeId) })}
              </span>
            </li>
          ))}
        </ul>
      </details>
    </li>
  );
}
