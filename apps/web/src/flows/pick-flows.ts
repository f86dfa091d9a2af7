import { type FlowSummary, isSameTag } from '@sluice/schema';

export const flowStates = ['live', 'off', 'draft', 'failing'] as const;
/** `draft` was never published; `failing` is live and had runs that failed lately. */
export type FlowState = (typeof flowStates)[number];

export const flowOrders = ['changed', 'name', 'run', 'failures'] as const;
export type FlowOrder = (typeof flowOrders)[number];

export interface FlowFilter {
  /** Words that must all be in the flow's name or tags. */
  readonly words: string;
  readonly state: FlowState | undefined;
  readonly tag: string | undefined;
}

export interface FlowSorting {
  readonly by: FlowOrder;
  readonly descending: boolean;
}

/** Whether a flow counts as being in a state. */
export function isInState(flow: FlowSummary, state: FlowState): boolean {
  const published = flow.publishedVersion !== undefined;
  switch (state) {
    case 'draft':
      return !published;
    case 'off':
      return published && !flow.enabled;
    case 'live':
      return published && flow.enabled;
    case 'failing':
      return published && flow.enabled && flow.recentFailures > 0;
  }
}

/** The flows that a filter leaves, in the order asked for. */
export function pickFlows(
  flows: readonly FlowSummary[],
  filter: FlowFilter,
  sorting: FlowSorting,
): readonly FlowSummary[] {
  const sign = sorting.descending ? -1 : 1;
  return flows
    .filter((flow) => matches(flow, filter))
    .toSorted((one, other) => sign * compare(one, other, sorting.by));
}

/** Every tag in use and how many flows have it, by name. */
export function countTags(
  flows: readonly FlowSummary[],
): readonly { readonly tag: string; readonly count: number }[] {
  const counts = new Map<string, { tag: string; count: number }>();
  for (const tag of flows.flatMap((flow) => flow.tags)) {
    const known = counts.get(tag.toLowerCase()) ?? { tag, count: 0 };
    counts.set(tag.toLowerCase(), { ...known, count: known.count + 1 });
  }
  return [...counts.values()].toSorted((one, other) => one.tag.localeCompare(other.tag));
}

function matches(flow: FlowSummary, { words, state, tag }: FlowFilter): boolean {
  if (state !== undefined && !isInState(flow, state)) return false;
  if (tag !== undefined && !flow.tags.some((each) => isSameTag(each, tag))) return false;
  const text = [flow.name, ...flow.tags].join('\n').toLowerCase();
  const wanted = words.toLowerCase().split(/\s+/);
  return wanted.every((word) => text.includes(word));
}

function compare(one: FlowSummary, other: FlowSummary, by: FlowOrder): number {
  switch (by) {
    case 'name':
      return one.name.localeCompare(other.name, undefined, { numeric: true });
    case 'changed':
      return compareText(one.updatedAt, other.updatedAt);
    case 'run':
      return compareText(one.lastRun?.at ?? '', other.lastRun?.at ?? '');
    case 'failures':
      return one.recentFailures - other.recentFailures;
  }
}

/** Moments in ISO form sort as text. */
function compareText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
