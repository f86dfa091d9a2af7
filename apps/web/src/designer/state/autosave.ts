import type { Flow, FlowDetail } from '@sluice/schema';
import type { FlowDocument } from './flow-document.ts';
import { type LocalStore, dropLocalCopy, keepLocalCopy } from './local-copy.ts';
import { type Saving, type SavingState } from './saving.ts';

/** What became of one attempt to save. */
export type SaveOutcome =
  | { readonly outcome: 'saved'; readonly version: number; readonly at: string }
  | { readonly outcome: 'conflict'; readonly theirs: FlowDetail }
  | { readonly outcome: 'unreachable'; readonly reason: string }
  | { readonly outcome: 'refused'; readonly reason: string };

/** What saving needs from the world. */
export interface AutosavePorts {
  readonly put: (flow: Flow, version: number) => Promise<SaveOutcome>;
  readonly store: LocalStore;
}

export interface Autosave {
  /** Saves now whatever is unsaved. Resolves with whether the server has it all. */
  readonly flush: () => Promise<boolean>;
  /** Shows the flow as somebody else saved it, in place of this one. Ends a conflict. */
  readonly takeTheirs: (theirs: FlowDetail) => void;
  /** Ends a conflict by saving this flow over the other person's. */
  readonly keepMine: () => Promise<boolean>;
  /** Stops listening. What is unsaved stays in the local copy. */
  readonly stop: () => void;
}

/** Milliseconds without an edit before the draft is saved. */
const PAUSE = 600;
const FIRST_RETRY = 2000;
const LONGEST_RETRY = 30_000;

/**
 * Saves the draft, whole, a moment after the last edit.
 *
 * Only one save is ever on its way, so saves cannot overtake each other; edits made meanwhile are
 * saved next. Until the server has confirmed a draft, the browser keeps a copy of it. A conflict
 * stops saving until the person has chosen.
 */
export function startAutosave(
  document: FlowDocument,
  saving: Saving,
  ports: AutosavePorts,
): Autosave {
  let underWay: Promise<boolean> | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let retryDelay = FIRST_RETRY;

  const stopListening = document.subscribe(({ flow }, before) => {
    if (flow !== before.flow) changed(flow);
  });
  if (!isConfirmed(document.getState().flow)) changed(document.getState().flow);

  function isConfirmed(flow: Flow): boolean {
    return sameContent(flow, saving.getState().confirmed);
  }

  function changed(flow: Flow): void {
    if (isConfirmed(flow)) {
      if (underWay || saving.getState().phase === 'conflict') return;
      clearTimeout(timer);
      dropLocalCopy(ports.store, flow.id);
      tell({ phase: 'saved' });
      return;
    }
    keepLocalCopy(ports.store, flow, saving.getState().version);
    if (saving.getState().phase === 'conflict') return;
    if (!underWay) tell({ phase: 'unsaved' });
    saveIn(PAUSE);
  }

  function saveIn(milliseconds: number): void {
    clearTimeout(timer);
    timer = setTimeout(() => void flush(), milliseconds);
  }

  function flush(): Promise<boolean> {
    clearTimeout(timer);
    if (underWay) return underWay.then((saved) => saved && flush());
    const { flow } = document.getState();
    if (saving.getState().phase === 'conflict') return Promise.resolve(false);
    if (isConfirmed(flow)) return Promise.resolve(true);
    underWay = save(flow).finally(() => {
      underWay = undefined;
    });
    return underWay;
  }

  async function save(flow: Flow): Promise<boolean> {
    const { version } = saving.getState();
    tell({ phase: 'saving' });
    const answer = await ports.put(flow, version);
    switch (answer.outcome) {
      case 'saved':
        confirm(flow, answer.version, answer.at);
        return true;
      case 'conflict':
        tell({ phase: 'conflict', theirs: answer.theirs });
        return false;
      case 'unreachable':
        tell({ phase: 'unreachable', reason: answer.reason });
        saveIn(retryDelay);
        retryDelay = Math.min(LONGEST_RETRY, retryDelay * 2);
        return false;
      case 'refused':
        tell({ phase: 'refused', reason: answer.reason });
        return false;
    }
  }

  function confirm(flow: Flow, version: number, at: string): void {
    retryDelay = FIRST_RETRY;
    const now = document.getState().flow;
    const settled = sameContent(now, flow);
    tell({ phase: settled ? 'saved' : 'unsaved', confirmed: flow, version, savedAt: at });
    if (settled) dropLocalCopy(ports.store, flow.id);
    else {
      keepLocalCopy(ports.store, now, version);
      saveIn(PAUSE);
    }
  }

  function takeTheirs(theirs: FlowDetail): void {
    clearTimeout(timer);
    dropLocalCopy(ports.store, theirs.id);
    tell({
      phase: 'saved',
      confirmed: theirs,
      version: theirs.version,
      savedAt: theirs.updatedAt,
    });
    document.getState().load(theirs);
  }

  function keepMine(): Promise<boolean> {
    const { theirs } = saving.getState();
    if (!theirs) return Promise.resolve(false);
    tell({ phase: 'unsaved', confirmed: theirs, version: theirs.version });
    return flush();
  }

  function tell(part: Partial<SavingState>): void {
    const { reason: _reason, theirs: _theirs, ...rest } = saving.getState();
    saving.setState({ ...rest, ...part }, true);
  }

  return {
    flush,
    takeTheirs,
    keepMine,
    stop: () => {
      clearTimeout(timer);
      stopListening();
    },
  };
}

/** Flows share their unchanged parts, so what undo brought back is recognised without comparing deeply. */
export function sameContent(one: Flow, other: Flow): boolean {
  return (
    one.name === other.name &&
    one.nodes === other.nodes &&
    one.edges === other.edges &&
    one.notes === other.notes
  );
}
