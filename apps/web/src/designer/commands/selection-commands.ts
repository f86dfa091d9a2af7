import { BoxSelect, ClipboardPaste, Copy, CopyPlus, FastForward, Scissors, X } from 'lucide-react';
import { toastInfo } from '../../ui/toast.ts';
import { say } from '../../words/say.ts';
import { following } from '../canvas/following.ts';
import type { Command, Scene } from './command.ts';

const isSome = ({ ids }: Scene) => ids.length > 0;

/** What selects, and what travels by the clipboard. */
export const selectionCommands: readonly Command[] = [
  {
    id: 'select-all',
    label: 'designer.commands.select-all',
    group: 'selection',
    keys: ['Mod+a'],
    icon: BoxSelect,
    run: (scene) => {
      const { nodes, notes = [] } = scene.designer.document.getState().flow;
      select(
        scene,
        [...notes, ...nodes].map(({ id }) => id),
      );
    },
  },
  {
    id: 'select-following',
    label: 'designer.commands.select-following',
    group: 'selection',
    keys: ['s'],
    icon: FastForward,
    isOffered: ({ nodes }) => nodes.length > 0,
    run: (scene) => {
      const { edges } = scene.designer.document.getState().flow;
      select(scene, [...following(edges, scene.ids)]);
    },
  },
  {
    id: 'deselect',
    label: 'designer.commands.deselect',
    group: 'selection',
    keys: ['Escape'],
    icon: X,
    isOffered: ({ ids, edgeIds }) => ids.length + edgeIds.length > 0,
    run: ({ designer }) => designer.canvas.getState().select([]),
  },
  {
    id: 'duplicate',
    label: 'designer.commands.duplicate',
    group: 'selection',
    keys: ['Mod+d'],
    icon: CopyPlus,
    builds: true,
    isOffered: isSome,
    run: ({ drawing, ids }) => drawing.duplicate(ids),
  },
  {
    id: 'cut',
    label: 'designer.commands.cut',
    group: 'selection',
    keys: ['Mod+x'],
    keysOnlyShown: true,
    icon: Scissors,
    builds: true,
    isOffered: isSome,
    run: () => afterMenu(() => document.execCommand('cut')),
  },
  {
    id: 'copy',
    label: 'designer.commands.copy',
    group: 'selection',
    keys: ['Mod+c'],
    keysOnlyShown: true,
    icon: Copy,
    isOffered: isSome,
    run: () => afterMenu(() => document.execCommand('copy')),
  },
  {
    id: 'paste',
    label: 'designer.commands.paste',
    group: 'selection',
    keys: ['Mod+v'],
    keysOnlyShown: true,
    icon: ClipboardPaste,
    builds: true,
    run: ({ paste, at }) => pasteFromClipboard((text) => paste(text, at?.canvas)),
  },
];

function select({ designer }: Scene, ids: readonly string[]): void {
  designer.canvas.getState().select(ids);
  designer.announcements.getState().say(say('designer.said.selected', { count: ids.length }));
}

/** A page on a plain-HTTP host, or without permission, may not read the clipboard by itself. */
async function pasteFromClipboard(paste: (text: string) => Promise<void>): Promise<void> {
  const text = await readClipboard();
  if (text === undefined) toastInfo(say('designer.paste.by-keys'));
  else await paste(text);
}

async function readClipboard(): Promise<string | undefined> {
  try {
    return await navigator.clipboard.readText();
  } catch {
    return undefined;
  }
}

/** While a menu or the palette is closing, the focus is in it, and a copy would be of its text. */
function afterMenu(act: () => void): void {
  requestAnimationFrame(() => requestAnimationFrame(act));
}
