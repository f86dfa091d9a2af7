import type { FlowSummary } from '@sluice/schema';
import { ExternalLink, Sparkles } from 'lucide-react';
import { useSession } from '../api/session.ts';
import { buttonClass } from '../ui/button-class.ts';
import { say } from '../words/say.ts';

/** What to do first, while the demo's simulator is there and nothing has run yet. */
export function DemoHint({ flows }: { readonly flows: readonly FlowSummary[] }) {
  const demoUrl = useSession().data?.demoUrl;
  const hasRun = flows.some((flow) => flow.lastRun !== undefined);
  if (demoUrl === undefined || flows.length === 0 || hasRun) return null;
  return (
    <section
      aria-label={say('flows.demo.first-steps')}
      className="mb-4 flex flex-wrap items-center gap-x-4 gap-y-3 rounded-r2 border bg-surface px-4 py-3.5 shadow-1"
    >
      <span
        className="grid size-9 shrink-0 place-items-center rounded-full bg-accent-soft text-accent"
        aria-hidden
      >
        <Sparkles className="size-4.5" />
      </span>
      <div className="min-w-64 flex-1">
        <h2 className="font-semibold">{say('flows.demo.title')}</h2>
        <p className="text-muted">{say('flows.demo.text')}</p>
      </div>
      <a href={demoUrl} target="_blank" rel="noreferrer" className={buttonClass('primary')}>
        <ExternalLink aria-hidden />
        {say('flows.demo.log-ticket')}
        <span className="sr-only">{say('flows.demo.new-tab')}</span>
      </a>
    </section>
  );
}
