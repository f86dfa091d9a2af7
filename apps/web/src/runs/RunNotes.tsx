import type { ReactNode } from 'react';
import type { RunDetail } from '@sluice/schema';
import { CircleStop, Clock3, CornerLeftUp, Repeat2, RotateCcw, TriangleAlert } from 'lucide-react';
import { classNames } from '../ui/class-names.ts';
import { RelativeTime } from '../ui/RelativeTime.tsx';
import { CalledRuns } from './CalledRuns.tsx';
import { RunLink } from './RunLink.tsx';

interface RunNotesProps {
  readonly run: RunDetail;
  /** Shows another run in place of this one; without it, links lead to the activity page. */
  readonly onShow?: ((requestId: string) => void) | undefined;
  readonly className?: string;
}

/** What is out of the ordinary about a run: whom it repeats, who called it, why it waits or ended. */
export function RunNotes({ run, onShow, className }: RunNotesProps) {
  const steps = Object.entries(run.steps);
  const nameOf = (id: string) => run.drawing.nodes.find((node) => node.id === id)?.name ?? id;
  const pausing = steps.filter(([, { status }]) => status === 'waiting' || status === 'retrying');
  const repeated = steps.filter(([, step]) => step.mayHaveRepeated);
  return (
    <ul
      className={classNames('flex flex-col gap-1 empty:hidden', className)}
      aria-label="About this run"
    >
      {run.originRunId !== undefined && (
        <Note icon={<Repeat2 />}>
          Repeats <RunLink id={run.originRunId} onShow={onShow} />
        </Note>
      )}
      {run.parent && (
        <Note icon={<CornerLeftUp />}>
          Called by <RunLink id={run.parent.runId} onShow={onShow} />
        </Note>
      )}
      {run.retries?.map(({ at, by }) => (
        <Note key={at} icon={<RotateCcw />}>
          Retried{by !== undefined && ` by ${by}`} <RelativeTime at={at} />
        </Note>
      ))}
      {run.message !== undefined && (
        <Note icon={<CircleStop />} tone={run.status === 'failed' ? 'fail' : 'plain'}>
          {run.message}
        </Note>
      )}
      {pausing.map(([id, step]) => (
        <Note key={id} icon={<Clock3 />} tone="wait">
          {nameOf(id)} {step.status === 'retrying' ? 'is tried again' : 'goes on'}{' '}
          {step.until === undefined ? 'soon' : <RelativeTime at={step.until} />}
          {step.why !== undefined && `. ${step.why}`}
        </Note>
      ))}
      {repeated.map(([id]) => (
        <Note key={`twice ${id}`} icon={<TriangleAlert />} tone="wait">
          {nameOf(id)} may have happened twice.
        </Note>
      ))}
      {run.calledRuns.length > 0 && <CalledRuns run={run} nameOf={nameOf} onShow={onShow} />}
    </ul>
  );
}

interface NoteProps {
  readonly icon: ReactNode;
  readonly tone?: 'plain' | 'wait' | 'fail';
  readonly children: ReactNode;
}

const tones = { plain: 'text-muted', wait: 'text-wait', fail: 'text-fail' };

function Note({ icon, tone = 'plain', children }: NoteProps) {
  return (
    <li
      className={`flex items-start gap-1.5 [&>svg]:mt-0.5 [&>svg]:size-4 [&>svg]:shrink-0 ${tones[tone]}`}
    >
      {icon}
      <span className="min-w-0 break-words">{children}</span>
    </li>
  );
}
