import type { ReactNode } from 'react';
import type { RunDetail, StepRun } from '@sluice/schema';
import { CircleStop, Clock3, CornerLeftUp, Repeat2, RotateCcw, TriangleAlert } from 'lucide-react';
import { classNames } from '../ui/class-names.ts';
import { RelativeTime } from '../ui/RelativeTime.tsx';
import { saySentence } from '../words/say-sentence.ts';
import { say, sayRich } from '../words/say.ts';
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
      aria-label={say('runs.notes.title')}
    >
      {run.originRunId !== undefined && (
        <Note icon={<Repeat2 />}>
          {sayRich('runs.notes.repeats', {
            run: <RunLink id={run.originRunId} onShow={onShow} />,
          })}
        </Note>
      )}
      {run.parent && (
        <Note icon={<CornerLeftUp />}>
          {sayRich('runs.notes.called-by', {
            run: <RunLink id={run.parent.runId} onShow={onShow} />,
          })}
        </Note>
      )}
      {run.retries?.map(({ at, by }) => (
        <Note key={at} icon={<RotateCcw />}>
          {by === undefined
            ? sayRich('runs.notes.retried', { when: <RelativeTime at={at} /> })
            : sayRich('runs.notes.retried-by', { when: <RelativeTime at={at} />, name: by })}
        </Note>
      ))}
      {run.message !== undefined && (
        <Note icon={<CircleStop />} tone={run.status === 'failed' ? 'fail' : 'plain'}>
          {saySentence(run.message)}
        </Note>
      )}
      {pausing.map(([id, step]) => (
        <Note key={id} icon={<Clock3 />} tone="wait">
          <Pausing name={nameOf(id)} step={step} />
          {step.why !== undefined && `. ${saySentence(step.why)}`}
        </Note>
      ))}
      {repeated.map(([id]) => (
        <Note key={`twice ${id}`} icon={<TriangleAlert />} tone="wait">
          {say('runs.notes.repeated', { name: nameOf(id) })}
        </Note>
      ))}
      {run.calledRuns.length > 0 && <CalledRuns run={run} nameOf={nameOf} onShow={onShow} />}
    </ul>
  );
}

function Pausing({ name, step }: { readonly name: string; readonly step: StepRun }) {
  const retries = step.status === 'retrying';
  if (step.until === undefined) {
    return say(retries ? 'runs.notes.tried-again-soon' : 'runs.notes.goes-on-soon', { name });
  }
  const when = <RelativeTime at={step.until} toCome />;
  return sayRich(retries ? 'runs.notes.tried-again' : 'runs.notes.goes-on', { name, when });
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
