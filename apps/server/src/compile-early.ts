import { setFlagsFromString } from 'node:v8';

/** Bytes of bytecode that a function may run through between two looks at whether to compile it; V8 gives it 66 KB. */
const BUDGET = 6000;

/**
 * Has the code that takes a signal to its calls compiled after hundreds of signals, not thousands. A
 * server that gets a few a second would else work for hours at the pace of code that is interpreted.
 * Called once it listens: to compile what only a start needs makes the start longer.
 */
export function compileEarly(): void {
  setFlagsFromString(`--interrupt-budget=${BUDGET}`);
}
