import {
  type FlowNode,
  type HttpExchange,
  type RunDetail,
  type StepRun,
  type StepStretch,
  isOver,
} from '@sluice/schema';
import { nodesInOrder } from '../nodes-in-order.ts';

/** How a bar looks: what became of an attempt, or that it is a pause. */
export type BarLook = 'succeeded' | 'failed' | 'interrupted' | 'running' | 'pause' | 'given';

/** One stretch of a step's time, as a bar. Times are milliseconds since 1970. */
export interface Bar {
  readonly id: string;
  readonly look: BarLook;
  readonly from: number;
  /** The time of now while it is under way. */
  readonly to: number;
  readonly isOpen: boolean;
  /** What it is of; absent for what was given to the run and took no time. */
  readonly stretch?: StepStretch;
  /** The requests that were sent meanwhile. */
  readonly exchanges: readonly HttpExchange[];
}

/** A step and its bars, oldest first. */
export interface TimelineRow {
  readonly node: FlowNode;
  readonly bars: readonly Bar[];
}

export interface Timeline {
  readonly from: number;
  readonly to: number;
  /** The steps that the run has come to, in that order. */
  readonly rows: readonly TimelineRow[];
}

/** A run as a picture of its time, up to `now` while it is under way. */
export function timelineOf(run: RunDetail, now: number): Timeline {
  const from = Date.parse(run.startedAt);
  const end = isOver(run.status) && run.finishedAt ? Date.parse(run.finishedAt) : now;
  const rows = nodesInOrder(run).flatMap((node) => {
    const bars = barsOf(run, { node, end });
    return bars.length > 0 ? [{ node, bars }] : [];
  });
  const last = rows.flatMap(({ bars }) => bars).reduce((most, { to }) => Math.max(most, to), end);
  return { from, to: Math.max(last, from + 1), rows };
}

function barsOf(run: RunDetail, { node, end }: { node: FlowNode; end: number }): readonly Bar[] {
  const step = run.steps[node.id];
  const begin = Date.parse(run.startedAt);
  if (!step) {
    if (node.id !== run.triggerId) return [];
    return [{ ...moment(`${node.id} 0`, begin), look: 'succeeded' }];
  }
  if (step.given) {
    const at = step.finishedAt === undefined ? begin : Date.parse(step.finishedAt);
    return [{ ...moment(`${node.id} 0`, at), look: 'given' }];
  }
  return (step.stretches ?? []).map((stretch, index) => ({
    id: `${node.id} ${index}`,
    stretch,
    look: lookOf(stretch, step),
    ...spanOf(stretch, end),
    exchanges: exchangesIn(stretch, step),
  }));
}

function moment(id: string, at: number) {
  return { id, from: at, to: at, isOpen: false, exchanges: [] };
}

function spanOf(stretch: StepStretch, end: number): Pick<Bar, 'from' | 'to' | 'isOpen'> {
  const from = Date.parse(stretch.from);
  const isOpen = stretch.to === undefined;
  return { from, to: Math.max(from, isOpen ? end : Date.parse(stretch.to ?? '')), isOpen };
}

function lookOf(stretch: StepStretch, step: StepRun): BarLook {
  if (stretch.kind !== 'attempt') return 'pause';
  if (stretch.interrupted) return 'interrupted';
  if (stretch.failure !== undefined) return 'failed';
  return stretch.to === undefined && step.finishedAt === undefined ? 'running' : 'succeeded';
}

function exchangesIn(stretch: StepStretch, { report }: StepRun): readonly HttpExchange[] {
  if (stretch.kind !== 'attempt') return [];
  const { from, to } = stretch;
  return (report?.exchanges ?? []).filter(({ at }) => at >= from && (to === undefined || at <= to));
}
