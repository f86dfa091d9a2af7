import type { FailNext } from './fail-next.ts';
import { defaultQuirks, type Quirks } from './quirks.ts';

/** The quirks in force, and the requests still to be spoilt. */
export interface QuirkBoard {
  /** The quirks in force; `failNext` lists what is left of it. */
  readonly current: Readonly<Quirks>;
  set(quirks: Partial<Quirks>): void;
  /** The fault that this request must suffer, if any; uses up one of its count. */
  takeFault(method: string, path: string): FailNext | undefined;
  /** Back to the quirks it was created with. */
  reset(): void;
}

/** Creates the board with the documented behaviour, changed as the caller wants. */
export function createQuirkBoard(initial: Partial<Quirks> = {}): QuirkBoard {
  let quirks: Quirks = { ...defaultQuirks };
  let faults: readonly FailNext[] = [];

  function replaceFaults(next: readonly FailNext[]): void {
    faults = next.filter((fault) => fault.count > 0);
    quirks.failNext = faults;
  }

  const board: QuirkBoard = {
    get current() {
      return quirks;
    },
    set({ failNext, ...others }) {
      quirks = { ...quirks, ...others };
      if (failNext !== undefined) replaceFaults([failNext ?? []].flat());
    },
    takeFault(method, path) {
      const fault = faults.find((candidate) => fits(candidate, method, path));
      if (fault === undefined) return undefined;
      replaceFaults(
        faults.map((entry) => (entry === fault ? { ...entry, count: entry.count - 1 } : entry)),
      );
      return fault;
    },
    reset() {
      quirks = { ...defaultQuirks };
      replaceFaults([]);
      board.set(initial);
    },
  };
  board.reset();
  return board;
}

function fits(fault: FailNext, method: string, path: string): boolean {
  const start = (fault.path ?? '/api/').toLowerCase();
  const sameMethod = fault.method === undefined || fault.method.toUpperCase() === method;
  return sameMethod && path.toLowerCase().startsWith(start);
}
