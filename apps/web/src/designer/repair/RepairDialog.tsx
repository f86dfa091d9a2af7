import { type NodeId, type PillRepair, brokenPillsOf, sourceMatches } from '@sluice/schema';
import { useState } from 'react';
import { useCatalogue } from '../../catalogue/use-catalogue.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { say } from '../../words/say.ts';
import { useDesigner } from '../state/designer-context.ts';
import { useFlowDocument } from '../state/use-flow-document.ts';
import { BrokenPlaces } from './BrokenPlaces.tsx';
import { lostName } from './lost-name.ts';
import { RepairChoices } from './RepairChoices.tsx';
import { repairPills } from './repair-pills.ts';

interface RepairDialogProps {
  /** The node whose pills are broken. */
  readonly source: NodeId;
  readonly onClose: () => void;
}

const MOST_MATCHES = 5;

/** All broken pills of one source: where they are, and what to do about every one of them at once. */
export function RepairDialog({ source, onClose }: RepairDialogProps) {
  const designer = useDesigner();
  const flow = useFlowDocument((state) => state.flow);
  const past = useFlowDocument((state) => state.past);
  const catalogue = useCatalogue();
  const broken = brokenPillsOf(source, flow, catalogue);
  const matches = sourceMatches(broken, flow, catalogue).slice(0, MOST_MATCHES);
  const best: PillRepair['by'] = matches[0]
    ? { take: 'same-output', nodeId: matches[0].node.id }
    : { take: 'text' };
  const [chosen, choose] = useState<PillRepair['by']>();
  const by = chosen ?? best;
  const name = flow.nodes.find(({ id }) => id === source)?.name ?? lostName(source, past);
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={
        name === undefined
          ? say('designer.repair.title-lost')
          : say('designer.repair.title', { name })
      }
      description={say('designer.repair.about', { count: broken.length })}
      footer={
        <>
          <Button onClick={onClose}>{say('ui.cancel')}</Button>
          <Button
            variant="primary"
            disabled={broken.length === 0}
            onClick={() => {
              repairPills(designer, catalogue, { source, by });
              onClose();
            }}
          >
            {say('designer.repair.repair')}
          </Button>
        </>
      }
    >
      <BrokenPlaces broken={broken} />
      <RepairChoices matches={matches} count={broken.length} by={by} onChoose={choose} />
    </Dialog>
  );
}
