import type { Position } from '@sluice/schema';
import { DropdownMenu, type MenuItem } from '../../ui/DropdownMenu.tsx';
import { say } from '../../words/say.ts';
import { focusNode } from '../canvas/focus-node.ts';
import { type Command, type Scene, isOffered } from './command.ts';
import { commandsOf } from './command-list.ts';
import { keyCaps } from './shortcut.ts';
import { useScene } from './use-scene.ts';

interface CommandMenuProps {
  /** Where it was opened, on the canvas and on the screen. */
  readonly at: Position;
  readonly screen: Position;
  readonly onClose: () => void;
}

const menus = {
  node: [
    ['open', 'start', 'test-step', 'peek'],
    ['add-after', 'insert-after', 'connect', 'replace'],
    ['duplicate', 'cut', 'copy', 'disable', 'enable'],
    ['pin', 'unpin'],
    ['move-earlier', 'move-later', 'select-following'],
    ['delete-and-reconnect', 'delete'],
  ],
  note: [
    ['write-note'],
    ['note-plain', 'note-accent', 'note-trigger', 'note-tool', 'note-alert'],
    ['note-wider', 'note-narrower', 'note-taller', 'note-shorter'],
    ['duplicate', 'cut', 'copy'],
    ['delete'],
  ],
  selection: [
    ['duplicate', 'cut', 'copy', 'disable', 'enable'],
    ['align-left', 'align-centre', 'align-right', 'align-top', 'align-middle', 'align-bottom'],
    ['distribute-across', 'distribute-down', 'tidy-up'],
    ['delete-and-reconnect', 'delete'],
  ],
  edge: [['insert-on-edge'], ['disconnect']],
  canvas: [
    ['add-here', 'add-note', 'paste'],
    ['select-all', 'tidy-up', 'fit', 'list'],
    ['palette', 'shortcuts'],
  ],
};

/** What can be done with what is selected, or with the canvas, as a menu where it was asked for. */
export function CommandMenu({ at, screen, onClose }: CommandMenuProps) {
  const scene: Scene = { ...useScene()(), at: { canvas: at, screen } };
  const groups = menus[kindOf(scene)].map((ids) =>
    commandsOf(ids)
      .filter((command) => isOffered(command, scene))
      .map((command) => itemOf(command, scene)),
  );
  const [first] = scene.ids;
  return (
    <DropdownMenu
      key={`${screen.x} ${screen.y}`}
      open
      onOpenChange={(isOpen) => {
        if (isOpen) return;
        onClose();
        focusNode(first ?? '');
      }}
      // Beside the pointer it can move up as far as it must to be seen whole; beneath it, it would be cut.
      side="right"
      align="start"
      header={
        scene.ids.length > 1 && (
          <p className="px-2 pt-1.5 pb-1 text-hint font-medium text-faint">
            {say('designer.said.selected', { count: scene.ids.length })}
          </p>
        )
      }
      trigger={
        <button
          type="button"
          tabIndex={-1}
          aria-label={titleOf(scene)}
          style={{ position: 'fixed', left: screen.x, top: screen.y, width: 0, height: 0 }}
        />
      }
      groups={groups}
    />
  );
}

function kindOf({ ids, nodes, edgeIds }: Scene): keyof typeof menus {
  if (ids.length > 1) return 'selection';
  if (nodes.length === 1) return 'node';
  if (ids.length === 1) return 'note';
  return edgeIds.length > 0 ? 'edge' : 'canvas';
}

function titleOf({ nodes: [node], ids }: Scene): string {
  return node && ids.length === 1
    ? say('designer.commands.menu-of', { name: node.name })
    : say('designer.commands.menu-plain');
}

function itemOf(command: Command, scene: Scene): MenuItem {
  const { icon: Icon, keys: [keys] = [], label, tone } = command;
  return {
    label: say(label),
    ...(Icon && { icon: <Icon aria-hidden /> }),
    ...(keys !== undefined && { hint: keyCaps(keys).join(' ') }),
    ...(tone && { tone }),
    // Closing the menu clears what is open, so what comes next waits for that.
    onSelect: () => requestAnimationFrame(() => void command.run?.(scene)),
  };
}
