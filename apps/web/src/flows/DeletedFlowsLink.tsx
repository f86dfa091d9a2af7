import { Trash2 } from 'lucide-react';
import { Link } from 'wouter';
import { useDeletedFlows } from '../api/flows.ts';
import { say } from '../words/say.ts';

/** Leads to the flows that were deleted lately, while there are any. */
export function DeletedFlowsLink() {
  const count = useDeletedFlows().data?.length ?? 0;
  if (count === 0) return null;
  return (
    <p className="mt-3">
      <Link
        to="/deleted-flows"
        className="inline-flex items-center gap-1.5 rounded-r1 text-muted no-underline hover:text-ink [&>svg]:size-4"
      >
        <Trash2 aria-hidden />
        {say('flows.bin.link', { count })}
      </Link>
    </p>
  );
}
