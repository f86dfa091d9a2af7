import { type ProblemKind, problemWords } from './problem-words.ts';

/** Something about a drawing that its builder should know, what comes of it, and what to do. */
export interface FlowProblem {
  readonly kind: ProblemKind;
  /** `error`: the flow cannot run like this. `warning`: it can, but probably not as meant. */
  readonly severity: 'error' | 'warning';
  readonly nodeId?: string;
  readonly input?: string;
  /** For broken pills: the node they come from, which may be gone. */
  readonly brokenSource?: string;
  /** What is wrong, in a sentence. */
  readonly message: string;
  /** What comes of it if it stays like this, in a sentence. */
  readonly consequence: string;
  /** What to do, in a sentence. */
  readonly remedy: string;
  /** The names within the sentences, for those who say them in another language. */
  readonly about: ProblemNames;
}

export type ProblemNames = Readonly<Record<string, string>>;

/** A problem of a node that is known already. */
export type Found = Omit<FlowProblem, 'nodeId'>;

/** Where a problem is and how grave, when it is not as its kind usually is. */
interface ProblemPlace {
  readonly input?: string;
  readonly severity?: FlowProblem['severity'];
}

/** A problem of a kind in its words, with the names filled in. */
export function problemOf(
  kind: ProblemKind,
  about: ProblemNames = {},
  { severity = problemWords[kind].severity, input }: ProblemPlace = {},
): Found {
  const { message, consequence, remedy } = problemWords[kind];
  return {
    kind,
    severity,
    ...(input !== undefined && { input }),
    message: filledIn(message, about),
    consequence: filledIn(consequence, about),
    remedy: filledIn(remedy, about),
    about,
  };
}

/** A sentence with each `{name}` replaced. What comes from a name is never looked at again. */
export function filledIn(sentence: string, about: ProblemNames): string {
  return sentence.replaceAll(/\{(\w+)\}/g, (whole, name: string) => about[name] ?? whole);
}
