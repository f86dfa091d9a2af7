import type { TriggerNode, TriggerSettings } from '../flow/flow.ts';
import type { ManifestIndex } from '../catalogue/manifest-index.ts';
import { outputsOffered } from '../pills/outputs-offered.ts';
import type { SwapNote } from './swap-note.ts';

/**
 * Gives a trigger that replaces another its settings, but for outputs they name that it does not
 * have, and says that it has an address of its own.
 */
export function swapTriggerSettings(
  old: TriggerNode,
  fresh: TriggerNode,
  { triggers }: ManifestIndex,
): { readonly node: TriggerNode; readonly lost: readonly SwapNote[] } {
  const [before, after] = [triggers.get(old.type), triggers.get(fresh.type)];
  const bothSent = before?.source === 'http' && after?.source === 'http';
  // What was picked out of one sender's payload means nothing where nothing is sent.
  const picked = bothSent ? old.picked : undefined;
  const node = { ...fresh, ...(picked && { picked }) };
  const offered = new Set(outputsOffered(node, after).map(({ name }) => name));
  const isOffered = (name: string) => offered.has(name);
  const { floodControl, deduplicate, answerSeconds, ...rest } = old.settings;
  const correlateBy = floodControl.correlateBy.filter(isOffered);
  const by = deduplicate.by?.filter(isOffered);
  const changed =
    correlateBy.length < floodControl.correlateBy.length ||
    (by?.length ?? 0) < (deduplicate.by?.length ?? 0);
  const { by: _by, ...duplicates } = deduplicate;
  const settings: TriggerSettings = {
    ...rest,
    floodControl: { ...floodControl, correlateBy },
    // A list that has become empty is no choice of the builder's; left out, the trigger decides.
    deduplicate: by && !changed ? deduplicate : { ...duplicates, ...(by?.length && { by }) },
    ...(answerSeconds !== undefined && after?.canAnswer && { answerSeconds }),
  };
  return {
    node: { ...node, settings },
    lost: [
      ...(changed ? [{ what: 'settings' as const, name: '' }] : []),
      ...(before?.source === 'http' ? [{ what: 'address' as const, name: '' }] : []),
    ],
  };
}
