import { flowDrawingSchema } from './flow-document.ts';
import { type FlowFile, LONGEST_FLOW_FILE, flowFileSchema } from './flow-file.ts';
import {
  type FlowFileFault,
  correctIt,
  faultOfHeader,
  faultOfIssue,
  faultsOfNeeds,
} from './flow-file-fault.ts';
import { bindingsToItself, fileToDrawing } from './file-to-drawing.ts';
import { hostileParts } from './hostile-parts.ts';
import { findJsonFault } from './json-fault.ts';

/** What was read: the file, or everything that is wrong with it. */
export type FlowFileReading =
  | { readonly file: FlowFile; readonly faults: readonly [] }
  | { readonly file?: undefined; readonly faults: readonly FlowFileFault[] };

const MOST_FAULTS = 50;
/** A flow file needs fourteen levels. */
const DEEPEST = 32;

/** Reads the text of a flow file, or says where it is wrong. */
export function readFlowFile(text: string): FlowFileReading {
  if (text.length > LONGEST_FLOW_FILE) return { faults: [tooLong] };
  const json = text.startsWith('\uFEFF') ? text.slice(1) : text;
  if (json.trim() === '') return { faults: [empty] };
  const fault = findJsonFault(json, DEEPEST);
  if (fault) {
    const message = `Line ${fault.line}, column ${fault.column}: ${fault.problem}`;
    return {
      faults: [{ message, remedy: 'Correct it there, or choose a file that Sluice exported.' }],
    };
  }
  return readFlowFileValue(JSON.parse(json));
}

/** Reads a flow file that came as JSON within something else. */
export function readFlowFileValue(value: unknown): FlowFileReading {
  const ofHeader = faultOfHeader(value);
  if (ofHeader) return { faults: [ofHeader] };
  const hostile = hostileParts(value, DEEPEST);
  if (hostile.length > 0) return { faults: hostile };
  const { data, error } = flowFileSchema.safeParse(value);
  if (error)
    return { faults: error.issues.slice(0, MOST_FAULTS).map((each) => faultOfIssue(each, value)) };
  // Zod marks absent keys as `undefined`-able; a parsed file never holds them.
  const shaped = data as FlowFile;
  const loose = faultsOfNeeds(shaped);
  if (loose.length > 0) return { faults: loose };
  const drawn = flowDrawingSchema.safeParse(fileToDrawing(shaped, bindingsToItself(shaped)));
  if (drawn.error) {
    return { faults: drawn.error.issues.map(({ message }) => ({ message, remedy: correctIt })) };
  }
  // Edges have ids now, and an empty list of notes is gone.
  const { notes: _notes, ...bare } = shaped;
  const { nodes: _nodes, ...rest } = drawn.data;
  return { file: { ...bare, ...rest }, faults: [] };
}

const tooLong: FlowFileFault = {
  message: `The file is longer than ${LONGEST_FLOW_FILE / 1_000_000} million characters, which no flow is.`,
  remedy: 'Choose a file that Sluice exported.',
};

const empty: FlowFileFault = {
  message: 'The file is empty.',
  remedy: 'Choose a file that Sluice exported.',
};
