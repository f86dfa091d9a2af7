import type { ReactNode } from 'react';
import { EmptyState } from '../ui/EmptyState.tsx';
import { say } from '../words/say.ts';

interface FlowsEmptyStateProps {
  readonly icon: ReactNode;
  readonly action: ReactNode;
  readonly mayBuild: boolean;
}

const ways = [
  [say('flows.ways.connect'), say('flows.ways.connect-text')],
  [say('flows.ways.draw'), say('flows.ways.draw-text')],
  [say('flows.ways.publish'), say('flows.ways.publish-text')],
] as const;

/** The first thing a new builder sees: what a flow is and how to come to one. */
export function FlowsEmptyState({ icon, action, mayBuild }: FlowsEmptyStateProps) {
  return (
    <div className="rounded-r3 border border-dashed border-line-strong bg-surface">
      <EmptyState icon={icon} title={say('flows.none')} action={action}>
        {mayBuild ? say('flows.none-builder') : say('flows.none-viewer')}
      </EmptyState>
      {mayBuild && (
        <ol className="mx-auto grid max-w-3xl gap-4 px-6 pb-10 sm:grid-cols-3">
          {ways.map(([title, text], index) => (
            <li key={title} className="rounded-r2 bg-sunken p-4">
              <span className="mb-2 grid size-6 place-items-center rounded-full bg-accent text-hint font-semibold text-accent-ink">
                {index + 1}
              </span>
              <p className="font-semibold">{title}</p>
              <p className="text-muted">{text}</p>
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}
