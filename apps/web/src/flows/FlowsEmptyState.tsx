import type { ReactNode } from 'react';
import { EmptyState } from '../ui/EmptyState.tsx';

interface FlowsEmptyStateProps {
  readonly icon: ReactNode;
  readonly action: ReactNode;
  readonly mayBuild: boolean;
}

const ways = [
  ['Connect', 'Store the address and credentials of HaloITSM under Connections.'],
  ['Draw', 'Drag a trigger and steps onto the canvas and connect them.'],
  ['Publish', 'Give the trigger’s URL to Halo. From then on its tickets run the flow.'],
] as const;

/** The first thing a new builder sees: what a flow is and how to come to one. */
export function FlowsEmptyState({ icon, action, mayBuild }: FlowsEmptyStateProps) {
  return (
    <div className="rounded-r3 border border-dashed border-line-strong bg-surface">
      <EmptyState icon={icon} title="No flows yet" action={action}>
        {mayBuild
          ? 'A flow answers a signal from another system with steps: create a ticket, add an action, tell someone.'
          : 'A builder has to draw the first one. You will see here how it fares.'}
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
