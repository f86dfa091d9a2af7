import type { StepNode } from '@sluice/schema';
import { FlaskConical, ShieldCheck, TriangleAlert } from 'lucide-react';
import { useConnections } from '../../api/connections.ts';
import { useCatalogue } from '../../catalogue/use-catalogue.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorBanner } from '../../ui/ErrorBanner.tsx';
import { say } from '../../words/say.ts';
import { useMayBuild } from '../state/may-build.ts';
import { changesOutside } from './changes-outside.ts';

interface StepTestBarProps {
  readonly step: StepNode;
  readonly isChanged: boolean;
  readonly labelProblem: string | undefined;
  readonly error: Error | null;
  readonly isBusy: boolean;
  readonly isAgain: boolean;
  readonly onStart: () => void;
}

/** What a test will do outside, said before it is done, and the button that does it. */
export function StepTestBar(props: StepTestBarProps) {
  const { step, isChanged, labelProblem, error, isBusy, isAgain, onStart } = props;
  const mayBuild = useMayBuild();
  const catalogue = useCatalogue();
  const connections = useConnections().data;
  const connection = connections?.find(({ id }) => id === step.connectionId)?.name;
  const changes = changesOutside(step, catalogue);
  return (
    <div className="grid shrink-0 gap-2 border-t px-5 py-3">
      <ErrorBanner error={error} />
      <p
        className={`flex items-start gap-2 [&>svg]:mt-0.5 [&>svg]:size-4 [&>svg]:shrink-0 ${changes ? 'rounded-r1 bg-wait-soft px-2.5 py-2 text-wait' : 'text-muted'}`}
      >
        {changes ? <TriangleAlert aria-hidden /> : <ShieldCheck aria-hidden />}
        {!changes
          ? say('designer.test-step.harmless')
          : connection === undefined
            ? say('designer.test-step.changes')
            : say('designer.test-step.changes-through', { connection })}
      </p>
      <div className="flex items-center gap-3">
        <span className="min-w-0 flex-1 text-hint text-muted">
          {labelProblem === undefined
            ? isChanged && mayBuild && say('designer.test-step.keeps')
            : say('designer.test-step.label-first')}
        </span>
        <Button
          variant="primary"
          icon={<FlaskConical aria-hidden />}
          busy={isBusy}
          disabled={labelProblem !== undefined}
          onClick={onStart}
        >
          {say(isAgain ? 'designer.test-step.run-again' : 'designer.test-step.run')}
        </Button>
      </div>
    </div>
  );
}
