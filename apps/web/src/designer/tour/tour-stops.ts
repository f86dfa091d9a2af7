import type { WordKey } from '../../words/say.ts';

/** One stop: what it speaks of, and where it stands so that it does not cover that. */
export interface TourStop {
  /** Finds the target. A stop without one is passed over. */
  readonly target: string;
  readonly side: 'top' | 'right' | 'bottom' | 'left';
  readonly title: WordKey;
  readonly text: WordKey;
}

/** The stops in order, from finding a step to watching a run. */
export const tourStops: readonly TourStop[] = [
  {
    target: '[data-tour="palette"]',
    side: 'left',
    title: 'designer.tour.palette.title',
    text: 'designer.tour.palette.text',
  },
  {
    target: '.canvas .react-flow__node, .canvas .empty-picture',
    side: 'bottom',
    title: 'designer.tour.canvas.title',
    text: 'designer.tour.canvas.text',
  },
  {
    target: '[data-tour="test"]',
    side: 'bottom',
    title: 'designer.tour.test.title',
    text: 'designer.tour.test.text',
  },
  {
    target: '[data-tour="publish"]',
    side: 'bottom',
    title: 'designer.tour.publish.title',
    text: 'designer.tour.publish.text',
  },
  {
    target: '[data-tour="activity"]',
    side: 'top',
    title: 'designer.tour.activity.title',
    text: 'designer.tour.activity.text',
  },
];

/** The stops whose targets are on the screen. */
export function stopsHere(): readonly TourStop[] {
  return tourStops.filter(({ target }) => document.querySelector(target) !== null);
}
