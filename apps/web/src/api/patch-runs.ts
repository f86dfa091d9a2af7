import type { LiveMessage, Page, RunDetail, RunEvent, RunSummary } from '@sluice/schema';
import { foldFurther } from '@sluice/schema';
import type { InfiniteData } from '@tanstack/react-query';
import type { RunFilter } from './runs.ts';

export type RunPages = InfiniteData<Page<RunSummary>, string>;

/** A first page that has grown beyond this is cut, and fetched again by its reader. */
const LONGEST_FIRST_PAGE = 300;

/** A list of runs after news of one: replaced where it stands, put first when new, or taken out. */
export function patchRunPages(list: RunPages, filter: RunFilter, run: RunSummary): RunPages {
  const known = list.pages.some((page) => page.items.some((item) => item.id === run.id));
  // A run that was found by something it holds stays found, whatever its title says.
  const fits = matches(run, filter, known);
  if (!known) return fits ? prepended(list, run) : list;
  return {
    ...list,
    pages: list.pages.map((page) => ({
      ...page,
      items: fits
        ? page.items.map((item) => (item.id === run.id ? run : item))
        : page.items.filter((item) => item.id !== run.id),
    })),
  };
}

/** Whether a list has grown so long by news alone that it should be fetched afresh. */
export function isOvergrown(list: RunPages): boolean {
  return (list.pages[0]?.items.length ?? 0) > LONGEST_FIRST_PAGE;
}

/** A run's detail after the events of a message; events it already holds change nothing. */
export function patchRunDetail(detail: RunDetail, { run, events }: LiveMessage): RunDetail {
  const folded = stretchesOf(events).reduce<RunDetail>((before, stretch) => {
    const fresh = stretch.filter((event) => !isKnown(before, event));
    // What only the detail has is carried along; what an event takes away must not come back.
    return foldFurther(before, fresh) as RunDetail;
  }, detail);
  return folded.title === run.title ? folded : { ...folded, title: run.title };
}

/** The messages of a run that came together as one, with what its summary says last. */
export function joined(messages: readonly LiveMessage[]): readonly LiveMessage[] {
  const byRun = new Map<string, LiveMessage>();
  for (const { run, events } of messages) {
    const before = byRun.get(run.id)?.events ?? [];
    byRun.set(run.id, { run, events: [...before, ...events] });
  }
  return [...byRun.values()];
}

/** Parts of a history in which no node has two events, nor the run any beside, so that each is known or new by itself. */
function stretchesOf(events: readonly RunEvent[]): readonly (readonly RunEvent[])[] {
  const stretches: RunEvent[][] = [];
  let seen = new Set<string>();
  for (const event of events) {
    if (event.type === 'run.started') continue;
    const about = 'nodeId' in event ? event.nodeId : undefined;
    if (stretches.length === 0 || about === undefined || seen.has(about)) {
      stretches.push([]);
      seen = new Set();
    }
    if (about !== undefined) seen.add(about);
    stretches.at(-1)?.push(event);
  }
  return stretches;
}

function prepended(list: RunPages, run: RunSummary): RunPages {
  const [first, ...rest] = list.pages;
  if (!first) return list;
  return { ...list, pages: [{ ...first, items: [run, ...first.items] }, ...rest] };
}

function matches(run: RunSummary, filter: RunFilter, isFound: boolean): boolean {
  return (
    (filter.flowId === undefined || run.flowId === filter.flowId) &&
    (filter.triggerId === undefined || run.triggerId === filter.triggerId) &&
    (filter.status === undefined || run.status === filter.status) &&
    (filter.test === undefined || run.test === filter.test) &&
    (filter.from === undefined || run.startedAt >= filter.from) &&
    (filter.to === undefined || run.startedAt <= filter.to) &&
    (!filter.q || isFound || isTitled(run, filter.q))
  );
}

/** Whether all the words are in the title, or begin one there; or it is the run's id. */
function isTitled({ title, id }: RunSummary, q: string): boolean {
  const titleWords = wordsIn(title);
  const sought = wordsIn(q);
  if (sought.length === 0) return false;
  return (
    id === q.toLowerCase() ||
    sought.every((word) => titleWords.some((each) => each.startsWith(word)))
  );
}

function wordsIn(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** A detail fetched a moment ago may be ahead of the stream; folding twice would double its log. */
function isKnown(run: RunDetail, event: RunEvent): boolean {
  if (event.type === 'run.retried') return run.activeSince >= event.at;
  if (!('nodeId' in event)) return run.finishedAt !== undefined;
  const step = run.steps[event.nodeId];
  const began = step?.stretches?.at(-1)?.from ?? '';
  switch (event.type) {
    // A step that waited is taken up again with the same attempt, so only the time tells.
    case 'step.started':
      return (
        step?.stretches?.some(
          (each) =>
            each.kind === 'attempt' &&
            (each.from > event.at || (each.from === event.at && each.attempt >= event.attempt)),
        ) ?? false
      );
    case 'step.retrying':
    case 'step.waiting':
      return began > event.at || step?.until === event.until;
    default:
      return step?.finishedAt !== undefined;
  }
}
