import { type Flow, type FlowDrawing, compareFlows, manifestIndex } from '@sluice/schema';
import { useMemo } from 'react';
import { useConnections } from '../../api/connections.ts';
import { useCatalogue } from '../../catalogue/use-catalogue.ts';
import { say } from '../../words/say.ts';
import { describeFormat } from '../mapping/describe-format.ts';
import { type ChangeItem, changeItems, renamed } from './change-items.ts';
import { type MergedDrawing, mergeDrawings } from './merge-drawings.ts';

/** Two drawings compared, ready to be drawn and listed. */
export interface Comparison extends MergedDrawing {
  readonly items: readonly ChangeItem[];
}

/** A drawing, with the flow's name where it is known. */
export type Compared = FlowDrawing & Partial<Pick<Flow, 'name'>>;

/** Compares a drawing with a later one, in the words of the screens. */
export function useComparison(before: Compared, after: Compared): Comparison {
  const catalogue = useCatalogue();
  const { data: connections } = useConnections();
  return useMemo(() => {
    const comparison = compareFlows(before, after);
    const manifests = manifestIndex(catalogue);
    const words = {
      constants: say('designer.versions.changes.constants'),
      format: describeFormat,
    };
    const around = ({ nodes }: FlowDrawing) => ({
      nodes: new Map(nodes.map((node) => [node.id, node])),
      manifests,
      words,
    });
    const names = new Map(connections?.map(({ id, name }) => [id, name]));
    const given = { before: around(before), after: around(after), names };
    return {
      ...mergeDrawings(after, comparison),
      items: [...renamed(before.name, after.name), ...changeItems(comparison, given)],
    };
  }, [before, after, catalogue, connections]);
}
