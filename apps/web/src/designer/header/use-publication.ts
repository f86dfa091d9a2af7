import { useFlow } from '../../api/flows.ts';
import { useFlowDocument } from '../state/use-flow-document.ts';
import { useSaving } from '../state/use-saving.ts';

interface Publication {
  /** The version that signals run; undefined until the first Publish. */
  readonly publishedVersion: number | undefined;
  readonly enabled: boolean;
  /** Whether the draft differs from what is published. */
  readonly hasChanges: boolean;
}

/** What of this flow is published, as the server has it. */
export function usePublication(): Publication {
  const { data } = useFlow(useFlowDocument(({ flow }) => flow.id));
  const version = useSaving((saving) => saving.version);
  const saved = useSaving((saving) => saving.phase === 'saved');
  return {
    publishedVersion: data?.publishedVersion,
    enabled: data?.enabled ?? false,
    hasChanges: !saved || data?.publishedVersion !== version,
  };
}
