import { Panel } from '@xyflow/react';
import { IconButton } from '../../ui/IconButton.tsx';
import { say } from '../../words/say.ts';
import { useCanvas } from '../canvas/use-canvas.ts';
import { useScreen } from '../state/use-screen.ts';
import { isOffered } from './command.ts';
import { commandsOf } from './command-list.ts';
import { keyCaps } from './shortcut.ts';
import { useScene } from './use-scene.ts';

const groups = [
  ['align-left', 'align-centre', 'align-right'],
  ['align-top', 'align-middle', 'align-bottom'],
  ['distribute-across', 'distribute-down'],
  ['tidy-up', 'duplicate', 'delete'],
];

/** A button for each thing that can be done with what is selected, and how much that is. */
export function SelectionTools() {
  const count = useCanvas(({ selectedIds }) => selectedIds.length);
  const isBeneathBanner = useScreen((screen) => screen.watchedRunId !== undefined);
  const gather = useScene();
  const scene = gather();
  return (
    <Panel
      position="top-center"
      className="selection-bar"
      data-beneath-banner={isBeneathBanner || undefined}
      role="toolbar"
      aria-label={say('designer.commands.selection-bar')}
    >
      <p>{say('designer.commands.selected', { count })}</p>
      {groups.map((ids) => [
        <i key={`${ids[0]} line`} aria-hidden />,
        ...commandsOf(ids)
          .filter((command) => isOffered(command, scene))
          .map(({ id, label, icon: Icon, keys: [keys] = [], run }) => (
            <IconButton
              key={id}
              size="small"
              label={keys === undefined ? say(label) : `${say(label)} (${keyCaps(keys).join(' ')})`}
              icon={Icon && <Icon aria-hidden />}
              onClick={() => void run?.(gather())}
            />
          )),
      ])}
    </Panel>
  );
}
