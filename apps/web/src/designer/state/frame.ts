import type { Frame, Screen } from './screen.ts';

const KEY = 'sluice.designer.frame';

/** The frame's sizes as this person left them. */
export function readFrame(store: Pick<Storage, 'getItem'>): Frame {
  try {
    const { view, paletteFolded, activityFolded, activityHeight } = JSON.parse(
      store.getItem(KEY) ?? '{}',
    ) as Record<string, unknown>;
    return {
      ...((view === 'canvas' || view === 'list') && { view }),
      ...(typeof paletteFolded === 'boolean' && { paletteFolded }),
      ...(typeof activityFolded === 'boolean' && { activityFolded }),
      ...(typeof activityHeight === 'number' && { activityHeight }),
    };
  } catch {
    return {};
  }
}

/** Remembers the frame's sizes whenever they change, until the returned function is called. */
export function rememberFrame(screen: Screen, store: Pick<Storage, 'setItem'>): () => void {
  return screen.subscribe(({ view, paletteFolded, activityFolded, activityHeight }, before) => {
    if (
      view === before.view &&
      paletteFolded === before.paletteFolded &&
      activityFolded === before.activityFolded &&
      activityHeight === before.activityHeight
    )
      return;
    try {
      store.setItem(KEY, JSON.stringify({ view, paletteFolded, activityFolded, activityHeight }));
    } catch {
      // A store that is full or closed costs a preference, nothing else.
    }
  });
}
