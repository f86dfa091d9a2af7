import type { FlowDetail, FlowNews } from '@sluice/schema';
import type { Autosave } from '../state/autosave.ts';
import type { Designer } from '../state/designer.ts';

/** What taking over needs beside the page's stores. */
export interface NewsPorts {
  readonly autosave: Pick<Autosave, 'takeTheirs'>;
  /** Reads the flow as it is stored. */
  readonly read: () => Promise<FlowDetail>;
  /** Called once somebody else's version is shown. */
  readonly taken: (flow: FlowDetail) => void;
}

export interface TakingNews {
  /** Somebody saved, maybe this page. */
  readonly hear: (news: FlowNews) => void;
  readonly stop: () => void;
}

/**
 * Keeps a page up with what others save. Without changes of its own it shows a newer version at once;
 * with some, or while a form is open, the news is kept to be shown as a hint, and the person decides.
 */
export function startTakingNews(designer: Designer, ports: NewsPorts): TakingNews {
  const { saving, screen, presence } = designer;
  let reading = false;

  function settle(): void {
    const { news } = presence.getState();
    if (!news || reading) return;
    if (news.version <= saving.getState().version) presence.setState({ news: undefined });
    else if (mayTake()) void take();
  }

  function mayTake(): boolean {
    return saving.getState().phase === 'saved' && screen.getState().dialog === undefined;
  }

  async function take(): Promise<void> {
    reading = true;
    // A flow that cannot be read now is read when the next news or a save comes.
    const flow = await ports.read().catch(() => undefined);
    reading = false;
    // Meanwhile the person may have begun to change something.
    if (!flow || !mayTake() || flow.version <= saving.getState().version) return;
    ports.autosave.takeTheirs(flow);
    presence.setState({ news: undefined });
    ports.taken(flow);
  }

  const stops = [saving.subscribe(settle), screen.subscribe(settle)];
  return {
    hear: (news) => {
      // A page that is saving may hear of its own version before the answer; the answer settles it.
      if (news.version > saving.getState().version) presence.setState({ news });
      settle();
    },
    stop: () => stops.forEach((stop) => stop()),
  };
}
