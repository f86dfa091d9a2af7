import type { FlowDrawing, FlowNode } from '@sluice/schema';

/** A drawing as shapes in the measures of its canvas. */
export interface Picture {
  /** Left, top, width and height of what is shown. */
  readonly frame: readonly [number, number, number, number];
  readonly cards: readonly { readonly node: FlowNode; readonly x: number; readonly y: number }[];
  /** SVG paths, of which those of an `error` exit look different. */
  readonly lines: readonly {
    readonly id: string;
    readonly path: string;
    readonly isError: boolean;
  }[];
}

export const CARD = { width: 216, height: 64 };
const MARGIN = 32;
/** A drawing of few nodes is not blown up to fill all the room. */
const LEAST = { width: 900, height: 260 };

/** Where the cards and lines of a drawing stand, and the frame around them. */
export function pictureOf({ nodes, edges }: FlowDrawing): Picture {
  const cards = nodes.map((node) => ({ node, ...node.position }));
  const at = new Map(nodes.map((node) => [node.id, node.position]));
  const lines = edges.flatMap(({ id, source, exit, target }) => {
    const from = at.get(source);
    const to = at.get(target);
    if (!from || !to) return [];
    const start = { x: from.x + CARD.width, y: from.y + CARD.height / 2 };
    const end = { x: to.x, y: to.y + CARD.height / 2 };
    const pull = Math.max(40, Math.abs(end.x - start.x) / 2);
    const path = `M${start.x} ${start.y}C${start.x + pull} ${start.y} ${end.x - pull} ${end.y} ${end.x} ${end.y}`;
    return [{ id, path, isError: exit === 'error' }];
  });
  return { frame: frameAround(cards), cards, lines };
}

function frameAround(cards: Picture['cards']): Picture['frame'] {
  const left = least(cards.map(({ x }) => x)) - MARGIN;
  const top = least(cards.map(({ y }) => y)) - MARGIN;
  const right = -least(cards.map(({ x }) => -x)) + CARD.width + MARGIN;
  const bottom = -least(cards.map(({ y }) => -y)) + CARD.height + MARGIN;
  const width = Math.max(LEAST.width, right - left);
  const height = Math.max(LEAST.height, bottom - top);
  return [(left + right - width) / 2, (top + bottom - height) / 2, width, height];
}

/** Without spreading: there may be thousands. */
function least(numbers: readonly number[]): number {
  return numbers.reduce((one, other) => Math.min(one, other), numbers[0] ?? 0);
}
