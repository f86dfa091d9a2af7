import type { z } from 'zod';
import { FLOW_FILE_FORMAT, FLOW_FILE_VERSION, type FlowFile } from './flow-file.ts';
import { shown } from './hostile-parts.ts';

/** Why a file cannot be imported, and what to do. */
export interface FlowFileFault {
  /** Where, such as `nodes.3.inputs.summary`; absent when it is about the whole. */
  readonly path?: string;
  readonly message: string;
  readonly remedy: string;
}

/** What to do where nothing more helpful can be said. */
export const correctIt = 'Correct it in the file, or export the flow again.';
const MOST_FAULTS = 50;

/** Why something is no flow file that this Sluice reads; undefined when it may be one. */
export function faultOfHeader(value: unknown): FlowFileFault | undefined {
  const header = value !== null && typeof value === 'object' ? value : {};
  const { format, formatVersion } = header as { format?: unknown; formatVersion?: unknown };
  if (format !== FLOW_FILE_FORMAT) return otherFormat;
  if (formatVersion === FLOW_FILE_VERSION) return undefined;
  if (typeof formatVersion === 'number' && formatVersion > FLOW_FILE_VERSION) {
    return {
      path: 'formatVersion',
      message: `The file is of version ${formatVersion} of its format, and this Sluice reads up to ${FLOW_FILE_VERSION}.`,
      remedy: 'Update this Sluice, or export the flow from one that is as old.',
    };
  }
  return {
    path: 'formatVersion',
    message: 'The file does not say which version of its format it is.',
    remedy: `Write “formatVersion”: ${FLOW_FILE_VERSION}, or export the flow again.`,
  };
}

/** Needs that are named twice, and nodes that name needs which the file does not have. */
export function faultsOfNeeds({ connections, flows, nodes }: FlowFile): FlowFileFault[] {
  const known = { connections: new Set<string>(), flows: new Set<string>() };
  const faults: FlowFileFault[] = [];
  for (const [list, needs] of [
    ['connections', connections],
    ['flows', flows],
  ] as const) {
    needs.forEach(({ id }, index) => {
      if (known[list].has(id)) {
        const message = `“${id}” stands twice among the ${list}.`;
        faults.push({
          path: `${list}.${index}.id`,
          message,
          remedy: 'Give each an id of its own.',
        });
      }
      known[list].add(id);
    });
  }
  nodes.forEach((node, index) => {
    const used = [
      ...(node.connection === undefined ? [] : [['connections', node.connection] as const]),
      ...Object.values(node.flows ?? {}).map((id) => ['flows', id] as const),
    ];
    for (const [list, id] of used) {
      if (known[list].has(id)) continue;
      faults.push({
        path: `nodes.${index}.${list === 'flows' ? 'flows' : 'connection'}`,
        message: `“${node.name}” names “${id}”, which is not among the file’s ${list}.`,
        remedy: `Add it under “${list}”, or take it off the node. Ids of a server have no place in a file.`,
      });
    }
  });
  return faults.slice(0, MOST_FAULTS);
}

/** What the shape of a file was found to lack, in words for a person. */
export function faultOfIssue(issue: z.core.$ZodIssue, value: unknown): FlowFileFault {
  const path = issue.path.map((key) => shown(String(key))).join('.');
  const [list, index] = issue.path;
  const { nodes } = value as { nodes?: readonly unknown[] };
  const node = list === 'nodes' && typeof index === 'number' ? nodes?.[index] : undefined;
  const { name } = (node ?? {}) as { name?: unknown };
  const whose = typeof name === 'string' && name.trim() !== '' ? ` (“${shown(name)}”)` : '';
  const where = path === '' ? 'The file' : `${path}${whose}`;
  return {
    ...(path !== '' && { path }),
    message: `${where}: ${sentenceOf(issue)}`,
    remedy: remedyOf(issue),
  };
}

function sentenceOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys') {
    const keys = issue.keys.slice(0, 5).map((key) => `“${shown(key)}”`);
    return `${keys.join(', ')} has no place here.`;
  }
  if (issue.code === 'too_big' && issue.origin === 'array') {
    return `At most ${issue.maximum} belong here.`;
  }
  if (issue.code === 'invalid_union') return 'This is not what belongs here.';
  return issue.message.endsWith('.') ? issue.message : `${issue.message}.`;
}

function remedyOf(issue: z.core.$ZodIssue): string {
  const foreign = ['connectionId', 'authenticatingUserId'];
  if (issue.code === 'unrecognized_keys' && issue.keys.some((key) => foreign.includes(key))) {
    return 'Ids of a server have no place in a file: name the connection under “connections”.';
  }
  return correctIt;
}

const otherFormat: FlowFileFault = {
  message: 'This is not a flow file of Sluice.',
  remedy: `Choose a file that Sluice exported: it says “format”: “${FLOW_FILE_FORMAT}”.`,
};
