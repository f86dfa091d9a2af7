import { Command, Keyboard, Workflow } from 'lucide-react';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { say } from '../../words/say.ts';
import { useDesigner } from '../state/designer-context.ts';
import { useScreen } from '../state/use-screen.ts';
import { OutlineView } from './OutlineView.tsx';
import { showFlowAs } from './show-flow-as.ts';

/** The list with the way back to the canvas above it. */
export function OutlineFrame() {
  const designer = useDesigner();
  const open = useScreen((screen) => screen.open);
  return (
    <div className="grid min-h-0 min-w-0 grid-rows-[auto_minmax(0,1fr)]">
      <div className="flex items-center gap-1.5 border-b bg-surface px-3 py-1.5">
        <Button icon={<Workflow aria-hidden />} onClick={() => void showFlowAs('canvas', designer)}>
          {say('designer.outline.back')}
        </Button>
        <p className="min-w-0 flex-1 truncate pl-2 text-hint text-faint">
          {say('designer.outline.hint')}
        </p>
        <IconButton
          label={say('designer.commands.palette')}
          icon={<Command />}
          onClick={() => open({ name: 'commands' })}
        />
        <IconButton
          label={say('designer.commands.shortcuts')}
          icon={<Keyboard />}
          onClick={() => open({ name: 'shortcuts' })}
        />
      </div>
      <OutlineView />
    </div>
  );
}
