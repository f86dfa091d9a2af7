/**
 * Calls `act` at most once in a period: at once, and again at the period's end when it was asked
 * for meanwhile. `stop` lets go of a call that is still due.
 */
export function atMostEvery(periodMs: number, act: () => void) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let due = false;

  function ask(): void {
    if (timer !== undefined) {
      due = true;
      return;
    }
    act();
    timer = setTimeout(() => {
      timer = undefined;
      if (due) {
        due = false;
        ask();
      }
    }, periodMs);
  }

  return { ask, stop: () => clearTimeout(timer) };
}
