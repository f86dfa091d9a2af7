import type { FlowDetail, FlowDrawing } from '@sluice/schema';
import { canonical } from './canonical.ts';
import type { FlowDocument } from './flow-document.ts';
import { type LocalStore, dropLocalCopy } from './local-copy.ts';
import { readLocalCopy } from './read-local-copy.ts';
import { redrawingEdits } from './redrawing-edits.ts';
import type { Saving } from './saving.ts';

/**
 * Brings back what a crash or a reload left unsaved, as an edit that can be undone.
 *
 * When the server's draft has moved on since, it is a conflict like any other and the person
 * chooses. Call it after saving has begun to listen, so that what was recovered is saved.
 */
export function recoverDraft(
  server: FlowDetail,
  { document, saving }: { readonly document: FlowDocument; readonly saving: Saving },
  store: LocalStore,
): 'nothing' | 'recovered' | 'conflict' {
  const copy = readLocalCopy(store, server.id);
  if (!copy) return 'nothing';
  if (copy.name === server.name && sameDrawing(copy, server)) {
    dropLocalCopy(store, server.id);
    return 'nothing';
  }
  const stale = copy.version !== server.version;
  if (stale) saving.setState({ phase: 'conflict', theirs: server, version: copy.version });
  document
    .getState()
    .edit({ edit: 'rename', name: copy.name }, ...redrawingEdits(document.getState().flow, copy));
  return stale ? 'conflict' : 'recovered';
}

function sameDrawing(one: FlowDrawing, other: FlowDrawing): boolean {
  const all = ({ nodes, edges, notes = [] }: FlowDrawing) => canonical([nodes, edges, notes]);
  return all(one) === all(other);
}
