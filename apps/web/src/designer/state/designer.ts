import type { FlowDetail, ManifestIndex } from '@sluice/schema';
import { type WatchedRun, createWatchedRun } from '../activity/watched-run.ts';
import { type Canvas, createCanvas } from '../canvas/canvas-state.ts';
import { type Presence, createPresence } from '../presence/presence-store.ts';
import { type Problems, createProblems } from '../validation/problems.ts';
import { type Announcements, createAnnouncements } from './announcements.ts';
import { type FlowDocument, createFlowDocument } from './flow-document.ts';
import { type Saving, createSaving } from './saving.ts';
import { type Frame, type Screen, createScreen } from './screen.ts';

/** The stores of one designer page: what is saved, how far, what is open, what is drawn, what ran, what is wrong, who is here. */
export interface Designer {
  readonly document: FlowDocument;
  readonly saving: Saving;
  readonly screen: Screen;
  readonly canvas: Canvas;
  readonly watchedRun: WatchedRun;
  readonly problems: Problems;
  readonly announcements: Announcements;
  readonly presence: Presence;
}

/**
 * Makes the stores for one flow, of which the canvas follows the document. Pages make their own, so
 * nothing leaks from flow to flow.
 */
export function createDesigner(
  flow: FlowDetail,
  manifests: ManifestIndex,
  { frame, runId }: { readonly frame?: Frame; readonly runId?: string } = {},
): Designer {
  const document = createFlowDocument(flow);
  const canvas = createCanvas(flow, manifests);
  document.subscribe((state, before) => {
    if (state.flow !== before.flow) canvas.getState().project(state.flow);
  });
  const problems = createProblems();
  problems.subscribe((state, before) => {
    if (state.byNode !== before.byNode)
      canvas.getState().project(document.getState().flow, state.byNode);
  });
  return {
    document,
    saving: createSaving(flow),
    screen: createScreen(frame, runId),
    canvas,
    watchedRun: createWatchedRun(),
    problems,
    announcements: createAnnouncements(),
    presence: createPresence(),
  };
}
