import { type FlowFileFaultKind, flowFileFaultWords } from './flow-file-words.ts';
import { type ProblemNames, filledIn } from '../problems/flow-problem.ts';

/** Why a file cannot be imported, and what to do. */
export interface FlowFileFault {
  readonly kind: FlowFileFaultKind;
  /** Where, such as `nodes.3.inputs.summary`; absent when it is about the whole. */
  readonly path?: string;
  readonly message: string;
  readonly remedy: string;
  /** The names within the sentences, for those who say them in another language. */
  readonly about: ProblemNames;
}

/** A fault of a kind in its words, with the names filled in. */
export function fileFaultOf(
  kind: FlowFileFaultKind,
  about: ProblemNames = {},
  path?: string,
): FlowFileFault {
  const { message, remedy } = flowFileFaultWords[kind];
  return {
    kind,
    ...(path !== undefined && path !== '' && { path }),
    message: filledIn(message, about),
    remedy: filledIn(remedy, about),
    about,
  };
}
