import type { z } from 'zod';
import { FLOW_FILE_FORMAT, FLOW_FILE_VERSION, type FlowFile } from './flow-file.ts';
import { type FlowFileFault, fileFaultOf } from './flow-file-fault.ts';
import { shown } from './hostile-parts.ts';

/** Why something is no flow file that this Sluice reads; undefined when it may be one. */
export function faultOfHeader(value: unknown): FlowFileFault | undefined {
  const header = value !== null && typeof value === 'object' ? value : {};
  const { format, formatVersion: version } = header as {
    format?: unknown;
    formatVersion?: unknown;
  };
  if (format !== FLOW_FILE_FORMAT) return fileFaultOf('other-format', { format: FLOW_FILE_FORMAT });
  if (version === FLOW_FILE_VERSION) return undefined;
  const newest = String(FLOW_FILE_VERSION);
  return typeof version === 'number' && version > FLOW_FILE_VERSION
    ? fileFaultOf('newer-version', { version: String(version), newest }, 'formatVersion')
    : fileFaultOf('no-version', { newest }, 'formatVersion');
}

/** Needs that are named twice, and nodes that name needs which the file does not have. */
export function faultsOfNeeds({ connections, flows, nodes }: FlowFile): readonly FlowFileFault[] {
  const ids = {
    connections: new Set(connections.map(({ id }) => id)),
    flows: new Set(flows.map(({ id }) => id)),
  };
  const missing = nodes.flatMap((node, index) => {
    const used = [
      ...(node.connection === undefined ? [] : [['connections', node.connection] as const]),
      ...Object.values(node.flows ?? {}).map((id) => ['flows', id] as const),
    ];
    return used
      .filter(([list, id]) => !ids[list].has(id))
      .map(([list, id]) =>
        fileFaultOf('need-missing', { node: node.name, id, list }, `nodes.${index}`),
      );
  });
  return [...twins(connections, 'connections'), ...twins(flows, 'flows'), ...missing];
}

function twins(needs: readonly { readonly id: string }[], list: string): FlowFileFault[] {
  const seen = new Set<string>();
  return needs.flatMap(({ id }, index) => {
    const isTwin = seen.has(id);
    seen.add(id);
    return isTwin ? [fileFaultOf('need-twice', { id, list }, `${list}.${index}`)] : [];
  });
}

/** What the shape of a file was found to lack. `name` is that of the node, if it is one's. */
export function faultOfIssue(issue: z.core.$ZodIssue, name?: unknown): FlowFileFault {
  const at = issue.path.map((key) => shown(String(key))).join('.');
  const whose = typeof name === 'string' && name.trim() !== '' ? ` (“${shown(name)}”)` : '';
  const path = `${at === '' ? 'The file' : at}${whose}`;
  switch (issue.code) {
    case 'unrecognized_keys': {
      const keys = issue.keys.slice(0, 5).map((key) => `“${shown(key)}”`);
      const isForeign = issue.keys.some((key) => foreign.has(key));
      const about = { path, keys: keys.join(', ') };
      return fileFaultOf(isForeign ? 'key-of-server' : 'key-unknown', about, at);
    }
    case 'too_big':
      if (issue.origin !== 'array') break;
      return fileFaultOf('list-too-long', { path, most: String(issue.maximum) }, at);
    case 'invalid_union':
      return fileFaultOf('not-fitting', { path }, at);
  }
  const reason = issue.message.endsWith('.') ? issue.message : `${issue.message}.`;
  return fileFaultOf('invalid', { path, reason }, at);
}

const foreign = new Set(['connectionId', 'authenticatingUserId', 'pinned']);
