import {
  type Catalogue,
  type Flow,
  type FlowEdit,
  type FlowNode,
  type PillRepair,
  applyEdit,
  repairingEdits,
} from '@sluice/schema';

/** The edits that repair pills in all steps but one, whose form has done so itself. */
export function repairingOthers(
  repairs: readonly PillRepair[],
  own: FlowNode,
  { flow, catalogue }: { readonly flow: Flow; readonly catalogue: Catalogue },
): readonly FlowEdit[] {
  let now = applyEdit(flow, { edit: 'configure-node', node: own });
  return repairs.flatMap((repair) => {
    const edits = repairingEdits(repair, now, catalogue).filter(
      (edit) => edit.edit !== 'configure-node' || edit.node.id !== own.id,
    );
    now = edits.reduce(applyEdit, now);
    return edits;
  });
}
