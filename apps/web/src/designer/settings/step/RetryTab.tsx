import { CornerDownRight } from 'lucide-react';
import {
  DAY_SECONDS,
  DEFAULT_TIMEOUT_SECONDS,
  type RetrySettings,
  type StepNode,
  defaultRetry,
  errorExit,
} from '@sluice/schema';
import { Button } from '../../../ui/Button.tsx';
import { listText } from '../../../words/format.ts';
import { say, sayRich } from '../../../words/say.ts';
import { useFlowDocument } from '../../state/use-flow-document.ts';
import { NumberField } from '../NumberField.tsx';
import { delaysOf, describeRetry, durationWords } from './describe-retry.ts';

interface RetryTabProps {
  readonly node: StepNode;
  readonly onChange: (node: StepNode) => void;
}

/** What a step does when it fails: how often it tries again, how long it waits, and where it goes on. */
export function RetryTab({ node, onChange }: RetryTabProps) {
  const retry = node.retry ?? defaultRetry;
  const timeout = node.timeoutSeconds ?? DEFAULT_TIMEOUT_SECONDS;
  const isUsual = node.retry === undefined && node.timeoutSeconds === undefined;
  const change = (part: Partial<RetrySettings>) =>
    onChange({ ...node, retry: { ...retry, ...part } });
  const reset = () => {
    const { retry: _retry, timeoutSeconds: _timeout, ...rest } = node;
    onChange(rest);
  };
  return (
    <div className="h-full overflow-y-auto px-5 py-4">
      <div className="flex max-w-2xl flex-col gap-7">
        <section aria-labelledby="retry-title" className="flex flex-col gap-3">
          <div className="flex items-start gap-3">
            <div className="flex-1">
              <h3 id="retry-title" className="font-semibold">
                {say('designer.settings.step.retry.title')}
              </h3>
              <p className="text-muted">{say('designer.settings.step.retry.explanation')}</p>
            </div>
            {!isUsual && (
              <Button size="small" onClick={reset}>
                {say('designer.settings.step.retry.usual')}
              </Button>
            )}
          </div>
          <div className="grid grid-cols-3 gap-3.5">
            <NumberField
              label={say('designer.settings.step.retry.attempts')}
              value={retry.attempts}
              least={1}
              most={100}
              hint={say('designer.settings.step.retry.attempts-hint')}
              onChange={(attempts) => change({ attempts })}
            />
            <NumberField
              label={say('designer.settings.step.retry.first-delay')}
              unit="s"
              value={retry.firstDelaySeconds}
              least={0}
              most={3600}
              fractions
              hint={say('designer.settings.step.retry.first-delay-hint')}
              onChange={(firstDelaySeconds) => change({ firstDelaySeconds })}
            />
            <NumberField
              label={say('designer.settings.step.retry.longest-delay')}
              unit="s"
              value={retry.longestDelaySeconds}
              least={0}
              most={DAY_SECONDS}
              fractions
              hint={say('designer.settings.step.retry.longest-delay-hint')}
              onChange={(longestDelaySeconds) => change({ longestDelaySeconds })}
            />
          </div>
          <div className="rounded-r2 bg-sunken px-3.5 py-3">
            <p className="font-medium" role="status">
              {describeRetry(retry)}
            </p>
            <Delays retry={retry} />
          </div>
        </section>
        <section aria-labelledby="timeout-title" className="flex flex-col gap-3">
          <h3 id="timeout-title" className="font-semibold">
            {say('designer.settings.step.retry.time-out')}
          </h3>
          <div className="grid grid-cols-3 gap-3.5">
            <NumberField
              label={say('designer.settings.step.retry.attempt-may-take')}
              unit="s"
              value={timeout}
              least={1}
              most={3600}
              hint={say('designer.settings.step.retry.attempt-hint')}
              onChange={(timeoutSeconds) => onChange({ ...node, timeoutSeconds })}
            />
          </div>
        </section>
        <ErrorExit nodeId={node.id} />
      </div>
    </div>
  );
}

const SHOWN = 8;

function Delays({ retry }: { readonly retry: RetrySettings }) {
  const delays = delaysOf(retry);
  if (delays.length === 0) return null;
  const shown = delays.slice(0, SHOWN).map((delay) => durationWords(delay));
  return (
    <p className="mt-0.5 text-muted">
      {say(
        delays.length > SHOWN
          ? 'designer.settings.step.retry.waits-on'
          : 'designer.settings.step.retry.waits',
        { delays: delays.length > SHOWN ? shown.join(', ') : listText(shown) },
      )}
    </p>
  );
}

function ErrorExit({ nodeId }: { readonly nodeId: string }) {
  const flow = useFlowDocument((state) => state.flow);
  const names = flow.edges
    .filter((edge) => edge.source === nodeId && edge.exit === errorExit.id)
    .flatMap((edge) => flow.nodes.find((node) => node.id === edge.target)?.name ?? []);
  return (
    <section aria-labelledby="error-title" className="flex flex-col gap-2">
      <h3 id="error-title" className="font-semibold">
        {say('designer.settings.step.retry.error-exit')}
      </h3>
      {names.length > 0 ? (
        <p className="flex items-start gap-2">
          <CornerDownRight className="mt-0.5 size-4 shrink-0 text-fail" aria-hidden />
          <span>
            {sayRich('designer.settings.step.retry.connected', {
              b: <b className="font-semibold" />,
              i: <i />,
              names: listText(names.map((name) => say('ui.quoted', { text: name }))),
            })}
          </span>
        </p>
      ) : (
        <p className="text-muted">{say('designer.settings.step.retry.not-connected')}</p>
      )}
    </section>
  );
}
