import type { Connection } from '@sluice/schema';
import { Link } from 'wouter';
import { Popover } from '../ui/Popover.tsx';
import { say } from '../words/say.ts';

/** Which flows use a connection: its name when it is one, a count to open when there are more. */
export function UsedBy({ flows }: { readonly flows: Connection['usedBy'] }) {
  const [only] = flows;
  if (!only) return <span className="text-faint">{say('connections.used-by-nothing')}</span>;
  if (flows.length === 1) {
    return (
      <Link to={`/flows/${only.flowId}`} className="text-accent hover:underline">
        {only.flowName}
      </Link>
    );
  }
  return (
    <Popover
      label={say('connections.flows-that-use-it')}
      trigger={
        <button type="button" className="rounded-r1 text-accent hover:underline">
          {say('connections.flow-count', { count: flows.length })}
        </button>
      }
    >
      <ul className="flex flex-col gap-1">
        {flows.map((flow) => (
          <li key={flow.flowId}>
            <Link to={`/flows/${flow.flowId}`} className="text-accent hover:underline">
              {flow.flowName}
            </Link>
          </li>
        ))}
      </ul>
    </Popover>
  );
}
