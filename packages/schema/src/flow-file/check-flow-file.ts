import type { Catalogue } from '../catalogue/catalogue.ts';
import { findProblems } from '../problems/find-problems.ts';
import type { FlowProblem } from '../problems/flow-problem.ts';
import type { FlowDrawing } from '../flow/flow.ts';
import type { FlowFile } from './flow-file.ts';
import { bindingsToItself, fileToDrawing } from './file-to-drawing.ts';
import { manifestIndex } from '../catalogue/manifest-index.ts';
import { type FlowFileFault, fileFaultOf } from './flow-file-fault.ts';
import type { FlowFileReading } from './read-flow-file.ts';

/** What can be said of a flow file without knowing a server's connections and flows. */
export interface FlowFileCheck {
  /** Absent when the file cannot be imported. */
  readonly file?: FlowFile;
  /** Why it cannot be imported. */
  readonly refusals: readonly FlowFileFault[];
  /** What keeps the flow from running, or is odd about it, once all its needs are bound. */
  readonly problems: readonly FlowProblem[];
}

/** Judges a flow file. Import, its check and the command line all ask here. */
export function checkFlowFile(reading: FlowFileReading, catalogue: Catalogue): FlowFileCheck {
  if (!reading.file) return { refusals: reading.faults, problems: [] };
  const unknown = unknownTypes(reading.file, catalogue);
  if (unknown.length > 0) return { refusals: unknown, problems: [] };
  const problems = findProblems(drawingToCheck(reading.file), catalogue, reading.file.connections);
  return { file: reading.file, refusals: [], problems };
}

/** The file's drawing as if each of its needs were bound. */
export function drawingToCheck(file: FlowFile): FlowDrawing {
  return fileToDrawing(file, bindingsToItself(file));
}

function unknownTypes({ nodes }: FlowFile, catalogue: Catalogue): FlowFileFault[] {
  const { triggers, steps } = manifestIndex(catalogue);
  return nodes.flatMap(({ kind, type, name }, index) =>
    (kind === 'trigger' ? triggers : steps).has(type)
      ? []
      : [fileFaultOf(`unknown-${kind}`, { node: name, type }, `nodes.${index}`)],
  );
}
