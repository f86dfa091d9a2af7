import { z } from 'zod';
import { settleDrawing } from '../flow/flow-document.ts';
import { type FlowFile, LONGEST_FLOW_FILE, flowFileSchema } from './flow-file.ts';
import { type FlowFileFault, fileFaultOf } from './flow-file-fault.ts';
import { faultOfHeader, faultOfIssue, faultsOfNeeds } from './flow-file-faults.ts';
import { hostileParts } from './hostile-parts.ts';
import { findJsonFault } from '../values/json-fault.ts';

/** What was read: the file, or everything that is wrong with it. */
export type FlowFileReading =
  | { readonly file: FlowFile; readonly faults: readonly [] }
  | { readonly file?: undefined; readonly faults: readonly FlowFileFault[] };

const MOST_FAULTS = 50;
/** A flow file needs fourteen levels. */
const DEEPEST = 32;

/** Reads the text of a flow file, or says where it is wrong. */
export function readFlowFile(text: string): FlowFileReading {
  if (text.length > LONGEST_FLOW_FILE) {
    return { faults: [fileFaultOf('too-long', { most: String(LONGEST_FLOW_FILE / 1_000_000) })] };
  }
  const json = text.startsWith('\uFEFF') ? text.slice(1) : text;
  if (json.trim() === '') return { faults: [fileFaultOf('empty')] };
  const fault = findJsonFault(json, DEEPEST);
  if (fault) {
    const { line, column, problem: reason } = fault;
    const about = { line: String(line), column: String(column), reason };
    return { faults: [fileFaultOf('not-json', about)] };
  }
  return readFlowFileValue(JSON.parse(json));
}

/** Reads a flow file that came as JSON within something else. */
export function readFlowFileValue(value: unknown): FlowFileReading {
  const ofHeader = faultOfHeader(value);
  if (ofHeader) return { faults: [ofHeader] };
  const hostile = hostileParts(value, DEEPEST);
  if (hostile.length > 0) return { faults: hostile };
  const shaped = shapeOf(value);
  if (!shaped.file) return shaped;
  const missing = faultsOfNeeds(shaped.file);
  if (missing.length > 0) return { faults: missing.slice(0, MOST_FAULTS) };
  const { drawing, faults } = settleDrawing(shaped.file);
  if (faults.length > 0) {
    return { faults: faults.map((reason) => fileFaultOf('inconsistent', { reason })) };
  }
  // Edges have ids now, and an empty list of notes is gone.
  const { notes: _notes, ...bare } = shaped.file;
  return { file: { ...bare, ...drawing }, faults: [] };
}

const outline = flowFileSchema.extend({ nodes: z.array(z.unknown()).max(2000) });
const node = flowFileSchema.shape.nodes.element;

/** Node by node, because after so many faults nobody reads on, and each costs time. */
function shapeOf(value: unknown): FlowFileReading {
  const { data, error } = outline.safeParse(value);
  if (error)
    return { faults: error.issues.slice(0, MOST_FAULTS).map((each) => faultOfIssue(each)) };
  const faults: FlowFileFault[] = [];
  const nodes: unknown[] = [];
  for (const [index, given] of data.nodes.entries()) {
    const read = node.safeParse(given);
    nodes.push(read.data);
    const { name } = (given ?? {}) as { name?: unknown };
    for (const issue of read.error?.issues ?? []) {
      faults.push(faultOfIssue({ ...issue, path: ['nodes', index, ...issue.path] }, name));
    }
    if (faults.length >= MOST_FAULTS) break;
  }
  if (faults.length > 0) return { faults: faults.slice(0, MOST_FAULTS) };
  // Zod marks absent keys as `undefined`-able; a parsed file never holds them.
  return { file: { ...data, nodes } as FlowFile, faults: [] };
}
