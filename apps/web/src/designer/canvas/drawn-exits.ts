import { type Exit, type FlowNode, type StepManifest, errorExit } from '@sluice/schema';
import { exitsInWords } from '../../catalogue/exits-in-words.ts';
import { say } from '../../words/say.ts';

export const NODE_WIDTH = 216;
export const NODE_HEIGHT = 64;
/** Pixels from the top of a card to its way in: the same on every card, so that rows run straight. */
export const WAY_IN = 32;
/** Pixels between two exits of one node. */
const EXIT_GAP = 26;

/** An exit where the card shows it. */
export interface DrawnExit extends Exit {
  /** Pixels from the top of the card. */
  readonly y: number;
  /** `error` stays out of sight until it is of use; `gone`: an edge leaves by it, but it was removed. */
  readonly kind: 'plain' | 'error' | 'gone';
}

export interface DrawnExits {
  readonly exits: readonly DrawnExit[];
  /** Pixels that a card with these exits is high. */
  readonly height: number;
}

/**
 * Where a node's exits stand on its right side, top to bottom, `error` last.
 *
 * An exit that was removed while an edge still leaves by it is drawn too, so that the edge can be
 * seen and taken away.
 */
export function drawnExits(
  node: FlowNode,
  manifest: StepManifest | undefined,
  takenExits: string,
): DrawnExits {
  const declared = exitsInWords(node, manifest);
  const plain = declared.filter((exit) => exit.id !== errorExit.id);
  const known = new Set(declared.map((exit) => exit.id));
  const gone = takenExits
    .split(' ')
    .filter((id) => id !== '' && !known.has(id))
    .map((id) => ({ id, label: say('designer.settings.step.removed-exit') }));
  const middle = [
    ...plain.map((exit) => ({ ...exit, kind: 'plain' as const })),
    ...gone.map((exit) => ({ ...exit, kind: 'gone' as const })),
  ];
  // Several exits stand evenly; a lone one leads straight on from the way in.
  const top = middle.length === 1 ? WAY_IN : WAY_IN - EXIT_GAP / 2;
  const height = Math.max(NODE_HEIGHT, 2 * top + (middle.length - 1) * EXIT_GAP);
  const exits: DrawnExit[] = middle.map((exit, position) => ({
    ...exit,
    y: top + position * EXIT_GAP,
  }));
  const error = declared.find((exit) => exit.id === errorExit.id);
  return {
    exits: error ? [...exits, { ...error, kind: 'error', y: height }] : exits,
    height,
  };
}
