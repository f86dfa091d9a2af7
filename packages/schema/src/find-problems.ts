import { type Catalogue, type FieldManifest, type StepManifest } from './catalogue.ts';
import { exitsOf } from './exits-of.ts';
import type { FlowDrawing, FlowNode, StepNode } from './flow.ts';
import { manifestIndex } from './manifest-index.ts';
import { CONSTANTS, type InputValue, isEntries, pillsOf } from './template.ts';
import { upstreamOf } from './upstream.ts';

/** Something about a drawing that its builder should know, and what to do about it. */
export interface FlowProblem {
  /** `error`: the flow cannot run like this. `warning`: it can, but probably not as meant. */
  readonly severity: 'error' | 'warning';
  readonly nodeId?: string;
  readonly input?: string;
  readonly message: string;
  readonly remedy: string;
}

/** Every problem of a drawing. The designer's badges, Publish and the API all ask here. */
export function findProblems(flow: FlowDrawing, catalogue: Catalogue): readonly FlowProblem[] {
  const index = manifestIndex(catalogue);
  return [
    ...problemsOfWhole(flow),
    ...flow.nodes.flatMap((node) => {
      if (node.disabled) return [];
      if (node.kind === 'trigger') {
        return index.triggers.has(node.type) ? problemsOfTrigger(node, flow) : [unknownType(node)];
      }
      const manifest = index.steps.get(node.type);
      return manifest
        ? problemsOfStep(node, manifest, flow, index.outputNames)
        : [unknownType(node)];
    }),
  ];
}

function problemsOfWhole(flow: FlowDrawing): FlowProblem[] {
  if (flow.nodes.some((node) => node.kind === 'trigger')) return [];
  return [
    {
      severity: 'error',
      message: 'The flow has no trigger, so nothing can start it.',
      remedy: 'Drag a trigger from the palette onto the canvas.',
    },
  ];
}

function problemsOfTrigger(node: FlowNode, flow: FlowDrawing): FlowProblem[] {
  if (flow.edges.some((edge) => edge.source === node.id)) return [];
  return [
    {
      severity: 'warning',
      nodeId: node.id,
      message: `Nothing follows “${node.name}”, so its signals do nothing.`,
      remedy: 'Drag from its port to the first step.',
    },
  ];
}

function problemsOfStep(
  node: StepNode,
  manifest: StepManifest,
  flow: FlowDrawing,
  outputNames: ReadonlyMap<string, ReadonlySet<string>>,
): FlowProblem[] {
  const problems: FlowProblem[] = [];
  const add = (
    severity: FlowProblem['severity'],
    message: string,
    remedy: string,
    input?: string,
  ) => problems.push({ severity, nodeId: node.id, message, remedy, ...(input && { input }) });

  if (!flow.edges.some((edge) => edge.target === node.id)) {
    add(
      'warning',
      `Nothing leads to “${node.name}”, so it never runs.`,
      'Connect a step to it, or delete it.',
    );
  }
  if (manifest.connection === 'required' && !node.connectionId) {
    add('error', `“${node.name}” has no connection.`, 'Open it and choose one under Connection.');
  }
  for (const [name, field] of Object.entries(manifest.inputs)) {
    if (field.required && isBlank(node.inputs[name])) {
      add('error', `“${node.name}” needs ${field.label}.`, `Fill in ${field.label}.`, name);
    }
  }
  const exits = new Set(exitsOf(node, manifest).map((exit) => exit.id));
  for (const edge of flow.edges) {
    if (edge.source === node.id && !exits.has(edge.exit)) {
      add(
        'error',
        `“${node.name}” no longer has the exit that an edge leaves by.`,
        'Delete the edge or connect it again.',
      );
    }
  }
  const upstream = new Set(upstreamOf(flow, node.id));
  const nodes = new Map(flow.nodes.map((each) => [each.id, each]));
  for (const [name, value] of Object.entries(node.inputs)) {
    const field: FieldManifest | undefined = manifest.inputs[name];
    const label = field?.label ?? name;
    for (const pill of pillsOf(value)) {
      if (pill.nodeId === CONSTANTS) continue;
      const source = nodes.get(pill.nodeId);
      if (!source) {
        add(
          'error',
          `${label} of “${node.name}” uses a step that was deleted.`,
          'Remove the broken pill or choose another output.',
          name,
        );
      } else if (!upstream.has(pill.nodeId)) {
        add(
          'error',
          `${label} of “${node.name}” uses “${source.name}”, which does not come before it.`,
          'Connect the two, or choose another output.',
          name,
        );
      } else if (!offers(source, pill.output, outputNames)) {
        add(
          'error',
          `${label} of “${node.name}” uses an output that “${source.name}” does not have.`,
          'Choose another output.',
          name,
        );
      }
    }
  }
  return problems;
}

function offers(
  source: FlowNode,
  output: string,
  outputNames: ReadonlyMap<string, ReadonlySet<string>>,
): boolean {
  if (source.kind === 'trigger' && source.picked?.some((picked) => picked.name === output))
    return true;
  if (source.kind === 'step' && ['code', 'message', 'status'].includes(output)) return true;
  return outputNames.get(source.type)?.has(output) ?? true;
}

/** Whether an input holds nothing: absent, or only white space without a pill. */
export function isBlank(value: InputValue | undefined): boolean {
  if (value === undefined) return true;
  if (isEntries(value)) return value.entries.length === 0;
  return value.every((part) => 'text' in part && part.text.trim() === '');
}

function unknownType(node: FlowNode): FlowProblem {
  return {
    severity: 'error',
    nodeId: node.id,
    message: `“${node.name}” is of a kind (${node.type}) that this server does not have.`,
    remedy: 'Delete it, or install the connector that declares it.',
  };
}
