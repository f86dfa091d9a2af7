import { useEffect, useMemo, useRef, useState } from 'react';
import type { FlowNode, NodeId } from '@sluice/schema';
import { focusNode } from '../canvas/focus-node.ts';
import { LastInputContext, type InsertTarget } from '../mapping/last-input.ts';
import { MappingContext } from '../mapping/mapping.ts';
import { StepTest } from '../test-step/StepTest.tsx';
import { useFlowDocument } from '../state/use-flow-document.ts';
import { SettingsShell } from './SettingsShell.tsx';
import { StepSettings } from './step/StepSettings.tsx';
import { TriggerSettings } from './trigger/TriggerSettings.tsx';
import { useNodeDraft } from './use-node-draft.ts';
import { useNodeMapping } from './use-node-mapping.ts';
import { usePillRepairing } from './use-pill-repairing.ts';
import { ValuesChoiceContext } from './values-choice.ts';
import { valuesOrigin } from './values-origin.ts';

interface NodeSettingsDialogProps {
  readonly nodeId: NodeId;
  /** The input to begin at, by its name in the declaration. */
  readonly focusInput?: string;
  /** The tab to begin at; else the first. */
  readonly tab?: string;
  readonly onClose: () => void;
}

/** The settings of one node: a form that changes nothing until Done, and then in one edit. */
export function NodeSettingsDialog({ nodeId, focusInput, tab, onClose }: NodeSettingsDialogProps) {
  const node = useFlowDocument((state) => state.flow.nodes.find((each) => each.id === nodeId));
  useEffect(() => {
    if (!node) onClose();
  }, [node, onClose]);
  return (
    node && (
      <OpenSettings
        stored={node}
        focusInput={focusInput}
        tab={tab}
        onClose={() => {
          onClose();
          focusNode(nodeId);
        }}
      />
    )
  );
}

interface OpenSettingsProps {
  readonly stored: FlowNode;
  readonly focusInput: string | undefined;
  readonly tab: string | undefined;
  readonly onClose: () => void;
}

function OpenSettings({ stored, focusInput, tab, onClose }: OpenSettingsProps) {
  const draft = useNodeDraft(stored);
  const [shownTab, showTab] = useState(tab ?? (stored.kind === 'step' ? 'setup' : 'settings'));
  const [choice, choose] = useState('known');
  const values = useMemo(() => ({ choice, choose }), [choice]);
  const { mapping, known } = useNodeMapping(draft.node, choice);
  const repairing = usePillRepairing(draft);
  const offered = useMemo(() => ({ ...mapping, repairing }), [mapping, repairing]);
  const lastInput = useRef<InsertTarget>(undefined);
  const { node } = draft;
  const own = known.get(node.id) ?? { origin: 'sample', values: {} };
  const earlier = mapping.sources.flatMap((source) => known.get(source.nodeId) ?? []);
  return (
    <MappingContext value={offered}>
      <LastInputContext value={lastInput}>
        <ValuesChoiceContext value={values}>
          <SettingsShell
            draft={draft}
            note={shownTab === 'setup' ? valuesOrigin(earlier) : ''}
            onClose={onClose}
          >
            {node.kind === 'step' ? (
              <StepSettings
                node={node}
                onChange={draft.change}
                known={own}
                focusInput={focusInput}
                tab={shownTab}
                onTab={showTab}
                test={
                  <StepTest
                    step={node}
                    onChange={draft.change}
                    onKeep={draft.keep}
                    isChanged={draft.isChanged}
                    labelProblem={draft.labelProblem}
                    known={known}
                  />
                }
              />
            ) : (
              <TriggerSettings
                node={node}
                onChange={draft.change}
                known={own}
                focusInput={focusInput}
                tab={shownTab}
                onTab={showTab}
              />
            )}
          </SettingsShell>
        </ValuesChoiceContext>
      </LastInputContext>
    </MappingContext>
  );
}
