import type { FlowFileFault } from '@sluice/schema';
import { OctagonAlert } from 'lucide-react';
import { say } from '../../words/say.ts';
import { sayRefusal } from './say-refusal.ts';

/** More than these nobody reads; the file has to be corrected anyway. */
const SHOWN = 5;

/** Why a file cannot be imported, and what to do about each reason. */
export function FileRefusals({ refusals }: { readonly refusals: readonly FlowFileFault[] }) {
  if (refusals.length === 0) return null;
  const more = refusals.length - SHOWN;
  return (
    <div role="alert" className="mb-4 rounded-r2 border border-fail/35 bg-fail-soft px-3.5 py-2.5">
      <p className="flex items-center gap-2 font-semibold text-fail">
        <OctagonAlert className="size-4 shrink-0" aria-hidden />
        {say('flows.import.refused')}
      </p>
      <ul className="mt-1 flex flex-col gap-1.5 pl-6">
        {refusals
          .slice(0, SHOWN)
          .map(sayRefusal)
          .map(({ path, message, remedy }) => (
            <li key={`${path} ${message}`} className="break-words">
              {message} <span className="text-muted">{remedy}</span>
            </li>
          ))}
        {more > 0 && <li>{say('flows.import.more', { count: more })}</li>}
      </ul>
    </div>
  );
}
