import { manifestIndex } from '@sluice/schema';
import { MousePointer2 } from 'lucide-react';
import { useReactFlow } from '@xyflow/react';
import { NodeTile } from '../../catalogue/NodeTile.tsx';
import { useCatalogue } from '../../catalogue/use-catalogue.ts';
import { Button } from '../../ui/Button.tsx';
import { say, sayRich } from '../../words/say.ts';
import { useMayBuild } from '../state/may-build.ts';
import { useScreen } from '../state/use-screen.ts';
import { useCommands } from './use-commands.ts';

/** What an empty canvas says: begin with a trigger, with a picture of how. */
export function EmptyCanvas() {
  const catalogue = useCatalogue();
  const first = catalogue.connectors.find((each) => each.section === 'apps' && each.triggers[0]);
  const trigger = first?.triggers[0] ?? [...manifestIndex(catalogue).triggers.values()][0];
  const step = first?.steps[0];
  const mayBuild = useMayBuild();
  const { addNear } = useCommands();
  const { screenToFlowPosition } = useReactFlow();
  const showPalette = useScreen((screen) => screen.showPalette);
  if (!mayBuild || !trigger) {
    return <p className="empty-canvas text-muted">{say('designer.canvas.empty.read-only')}</p>;
  }

  function addTrigger(type: string) {
    const canvas = document.querySelector('.canvas')?.getBoundingClientRect();
    if (!canvas) return;
    addNear(
      type,
      screenToFlowPosition({ x: canvas.left + 60, y: canvas.top + canvas.height / 2 - 64 }),
    );
  }

  return (
    <div className="empty-canvas">
      <div className="empty-picture" aria-hidden>
        <div className="empty-card empty-card-trigger">
          <NodeTile type={trigger.type} size="large" />
          <b>{trigger.label}</b>
          <MousePointer2 />
        </div>
        <i />
        <div className="empty-card empty-card-next">
          {step && <NodeTile type={step.type} size="large" />}
          <b>{step?.label ?? say('designer.canvas.empty.first-step')}</b>
        </div>
      </div>
      <h2 className="text-title font-semibold">{say('designer.canvas.empty.title')}</h2>
      <p className="mt-1 max-w-md text-muted">
        {sayRich('designer.canvas.empty.text', {
          b: <b className="font-semibold text-ink" />,
          trigger: trigger.label,
        })}
      </p>
      <div className="pointer-events-auto mt-4 flex gap-2">
        <Button variant="primary" onClick={() => addTrigger(trigger.type)}>
          {say('designer.canvas.empty.add', { trigger: trigger.label })}
        </Button>
        <Button onClick={() => showPalette({ paletteTab: 'triggers', paletteFolded: false })}>
          {say('designer.canvas.empty.other-triggers')}
        </Button>
      </div>
    </div>
  );
}
