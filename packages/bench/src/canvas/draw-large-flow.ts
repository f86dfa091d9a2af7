import { drawFlow, pill } from '../sluice/draw-flow.ts';

interface DrawnStep {
  readonly id: string;
  readonly type: string;
  readonly inputs: object;
  readonly column: number;
  /** In the lane: 0 for its upper line, 1 for its lower. */
  readonly line: 0 | 1;
  readonly ways: readonly { readonly source: string; readonly exit: string }[];
}

/** Of one block: a condition, a step on either way, and two steps where the ways meet again. */
const BLOCK = 5;
/** Blocks one after another in a lane, so that the drawing is wider than it is high. */
const BLOCKS = 10;
const COLUMN = 300;
const LINE = 110;

/**
 * A flow of this many nodes that runs in a moment: lanes beside each other, in each of which ways part
 * and meet again, and a third of the steps with pills.
 */
export function drawLargeFlow(size: number) {
  const lanes = Math.ceil((size - 1) / (BLOCK * BLOCKS));
  const all: (DrawnStep & { readonly lane: number })[] = [];
  for (let lane = 0; lane < lanes; lane++) {
    for (const step of drawLane(`${lane}`)) {
      if (all.length < size - 1) all.push({ ...step, lane });
    }
  }
  return {
    ...drawFlow(`${size} nodes`, []),
    nodes: [
      ...drawFlow('', []).nodes,
      ...all.map(({ id, type, inputs, column, line, lane }) => ({
        id,
        kind: 'step',
        type,
        name: `Step ${id}`,
        position: { x: COLUMN * (column + 1), y: (lane * 2 + line) * LINE },
        inputs,
      })),
    ],
    edges: all.flatMap(({ id, ways }) =>
      ways.map(({ source, exit }) => ({
        id: `${source}_${exit}_${id}`,
        source,
        exit,
        target: id,
      })),
    ),
  };
}

function drawLane(lane: string): DrawnStep[] {
  return Array.from({ length: BLOCKS }, (_each, block) => {
    const name = (part: string) => `${lane}-${block}-${part}`;
    const column = block * 4;
    const before = block === 0 ? 'trigger' : `${lane}-${block - 1}-last`;
    const decide = {
      id: name('decide'),
      type: 'tools.condition',
      column,
      line: 0 as const,
      inputs: { conditions: { sets: [isAbout(name('set'))] } },
      ways: [{ source: before, exit: 'next' }],
    };
    const either = (['true', 'false'] as const).map((exit, line) => ({
      ...setting(name(exit), [{ text: exit }]),
      column: column + 1,
      line: line as 0 | 1,
      ways: [{ source: decide.id, exit }],
    }));
    const met = {
      ...setting(name('met'), [{ text: 'About ' }, pill('trigger', 'summary')]),
      column: column + 2,
      line: 0 as const,
      ways: either.map(({ id }) => ({ source: id, exit: 'next' })),
    };
    const last = {
      ...setting(name('last'), [pill(met.id, 'values')]),
      column: column + 3,
      line: 0 as const,
      ways: [{ source: met.id, exit: 'next' }],
    };
    return [decide, ...either, met, last];
  }).flat();
}

/** A comparison that holds for every second lane. */
function isAbout(id: string) {
  const left = [pill('trigger', 'summary')];
  const right = [{ text: Number(id.split('-')[0]) % 2 === 0 ? 'large' : 'small' }];
  return { id, comparisons: [{ id: `${id}-one`, left, operator: 'contains', right }] };
}

function setting(id: string, value: readonly object[]) {
  const entries = [{ id: 'told', name: [{ text: 'told' }], value }];
  return { id, type: 'tools.set-values', inputs: { values: { entries } } };
}
