import type { FlowNode, StepNode } from './flow.ts';
import type { FlowIndex } from './flow-index.ts';
import type { ManifestIndex } from './manifest-index.ts';
import { outputsOffered } from './outputs-offered.ts';
import type { Found } from './problems-of-step.ts';
import { CONSTANTS, type Pill, pillsOf } from './template.ts';

/** What is wrong with the pills in a step's inputs: sources that are gone, off, or come too late. */
export function problemsOfPills(
  node: StepNode,
  flow: FlowIndex,
  manifests: ManifestIndex,
): readonly Found[] {
  const fields = manifests.steps.get(node.type)?.inputs ?? {};
  return Object.entries(node.inputs).flatMap(([input, value]) =>
    pillsOf(value).flatMap((pill) => {
      const fault = faultOfPill(pill, { node, flow, manifests });
      if (!fault) return [];
      const { severity = 'error', what, remedy } = fault;
      const label = `${fields[input]?.label ?? input} of “${node.name}”`;
      return [{ severity, input, message: `${label} uses ${what}`, remedy }];
    }),
  );
}

interface Around {
  readonly node: StepNode;
  readonly flow: FlowIndex;
  readonly manifests: ManifestIndex;
}

interface Fault {
  readonly severity?: 'warning';
  /** What the pill uses, to the end of the sentence. */
  readonly what: string;
  readonly remedy: string;
}

function faultOfPill(pill: Pill, { node, flow, manifests }: Around): Fault | undefined {
  if (pill.nodeId === CONSTANTS) return undefined;
  const source = flow.nodes.get(pill.nodeId);
  if (!source) {
    return {
      what: 'a step that was deleted.',
      remedy: 'Remove the broken pill or choose another output.',
    };
  }
  if (!flow.upstreamOf(node.id).has(pill.nodeId)) {
    return {
      what: `“${source.name}”, which does not come before it.`,
      remedy: 'Connect the two, or choose another output.',
    };
  }
  if (!offers(source, pill.output, manifests)) {
    return {
      what: `an output that “${source.name}” does not have.`,
      remedy: 'Choose another output.',
    };
  }
  return source.disabled === true && source.kind === 'step'
    ? {
        severity: 'warning',
        what: `“${source.name}”, which is disabled, so it stays empty there.`,
        remedy: `Enable “${source.name}”, or choose another output.`,
      }
    : undefined;
}

/** What a step hands on through its `error` exit counts as well. */
function offers(source: FlowNode, output: string, manifests: ManifestIndex): boolean {
  if (source.kind === 'step' && ['code', 'message', 'status'].includes(output)) return true;
  const manifest = manifests.triggers.get(source.type) ?? manifests.steps.get(source.type);
  if (!manifest || Object.hasOwn(manifest.outputs, output)) return true;
  return outputsOffered(source, manifest).some(({ name }) => name === output);
}
