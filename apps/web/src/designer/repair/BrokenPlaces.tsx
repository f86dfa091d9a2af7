import { type BrokenPill, manifestIndex, outputLabel, pillSurroundings } from '@sluice/schema';
import { useCatalogue } from '../../catalogue/use-catalogue.ts';
import { NodeTile } from '../../catalogue/NodeTile.tsx';
import { say } from '../../words/say.ts';
import { useFlowDocument } from '../state/use-flow-document.ts';

/** Where broken pills stand, and what each was to bring. */
export function BrokenPlaces({ broken }: { readonly broken: readonly BrokenPill[] }) {
  const flow = useFlowDocument((state) => state.flow);
  const catalogue = useCatalogue();
  const around = pillSurroundings(flow, catalogue);
  const { steps } = manifestIndex(catalogue);
  return (
    <ul
      aria-label={say('designer.repair.places')}
      className="max-h-52 overflow-y-auto rounded-r2 border"
    >
      {broken.map(({ node, input, pill, fault }, index) => (
        <li
          key={`${node.id} ${input} ${index}`}
          className="flex items-center gap-2.5 border-b px-3 py-2 last:border-b-0"
        >
          <NodeTile type={node.type} size="small" />
          <span className="min-w-0 flex-1 truncate">
            <span className="font-medium">{node.name}</span>
            <span className="text-muted">
              {' '}
              · {steps.get(node.type)?.inputs[input]?.label ?? input}
            </span>
          </span>
          <span className="shrink-0 rounded-[5px] bg-fail-soft px-1.5 py-0.5 text-hint text-fail outline-1 outline-fail outline-dashed">
            {outputLabel(pill, around) ?? pill.output}
          </span>
          <span className="sr-only">{say(`designer.repair.fault.${fault}`)}</span>
        </li>
      ))}
    </ul>
  );
}
