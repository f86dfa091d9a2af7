/** What is said about one kind of problem; a `{name}` stands for one of the names it is about. */
export interface ProblemWords {
  readonly severity: 'error' | 'warning';
  readonly message: string;
  readonly consequence: string;
  readonly remedy: string;
}

export type ProblemKind = keyof typeof words;

const notPublished = 'The flow cannot be published like this.';

/** Everything that can be wrong with a drawing: what it is, what comes of it, and what to do. */
const words = {
  'no-trigger': {
    severity: 'error',
    message: 'The flow has no trigger.',
    consequence: 'Nothing can start it.',
    remedy: 'Drag a trigger from the palette onto the canvas.',
  },
  'nothing-follows': {
    severity: 'warning',
    message: 'Nothing follows “{node}”.',
    consequence: 'Its signals are accepted and do nothing.',
    remedy: 'Drag from its port to the first step.',
  },
  'nothing-leads': {
    severity: 'warning',
    message: 'Nothing leads to “{node}”.',
    consequence: 'It never runs.',
    remedy: 'Connect a step to it, or delete it.',
  },
  'only-past-disabled': {
    severity: 'warning',
    message: '“{node}” is only reached past “{source}”, which is disabled.',
    consequence: 'It never runs meanwhile: runs pass over “{source}” by “{exit}”.',
    remedy: 'Enable “{source}”, or disable this too.',
  },
  'exit-gone': {
    severity: 'error',
    message: '“{node}” no longer has the exit that an edge leaves by.',
    consequence: 'No run can go that way, and the flow cannot be published until the edge is gone.',
    remedy: 'Delete the edge or connect it again.',
  },
  'unknown-type': {
    severity: 'error',
    message: '“{node}” is of a kind ({type}) that this server does not have.',
    consequence: 'It cannot run, so the flow cannot be published.',
    remedy: 'Delete it, or install the connector that declares it.',
  },
  'no-connection': {
    severity: 'error',
    message: '“{node}” has no connection.',
    consequence: 'It cannot reach the other system, so the flow cannot be published.',
    remedy: 'Open it and choose one under Connection.',
  },
  'connection-gone': {
    severity: 'error',
    message: 'The connection of “{node}” does not exist any more.',
    consequence: 'It cannot reach the other system, so the flow cannot be published.',
    remedy: 'Open it and choose another under Connection.',
  },
  'connection-foreign': {
    severity: 'error',
    message: 'The connection of “{node}” is for another product.',
    consequence: 'Its requests would go astray, so the flow cannot be published.',
    remedy: 'Open it and choose another under Connection.',
  },
  'input-missing': {
    severity: 'error',
    message: '“{node}” needs {input}.',
    consequence: 'Without it there is nothing to be done, so the flow cannot be published.',
    remedy: 'Fill in {input}.',
  },
  'pill-in-trigger': {
    severity: 'error',
    message: '{input} of “{node}” holds a pill, and nothing comes before a trigger.',
    consequence: 'The pill would never have a value, so the flow cannot be published.',
    remedy: 'Type the value instead.',
  },
  'pill-in-code': {
    severity: 'error',
    message: '{input} of “{node}” holds a pill, and data never becomes part of code.',
    consequence: notPublished,
    remedy: 'Give the value to the code as a named value, and take the pill out.',
  },
  'pill-of-deleted': {
    severity: 'error',
    message: '{input} of “{node}” uses a step that was deleted.',
    consequence: 'There is no value to put there, so the flow cannot be published.',
    remedy: 'Remove the broken pill or choose another output.',
  },
  'pill-not-before': {
    severity: 'error',
    message: '{input} of “{node}” uses “{source}”, which does not come before it.',
    consequence: 'The value is not there yet when the step runs, so the flow cannot be published.',
    remedy: 'Connect the two, or choose another output.',
  },
  'pill-without-output': {
    severity: 'error',
    message: '{input} of “{node}” uses an output that “{source}” does not have.',
    consequence: 'There is no value to put there, so the flow cannot be published.',
    remedy: 'Choose another output.',
  },
  'pill-of-disabled': {
    severity: 'warning',
    message: '{input} of “{node}” uses “{source}”, which is disabled.',
    consequence: 'The value stays empty there.',
    remedy: 'Enable “{source}”, or choose another output.',
  },
  'constant-gone': {
    severity: 'warning',
    message: '“{node}” uses the constant “{constant}”, which is not here.',
    consequence: 'The value stays empty there.',
    remedy: 'Add it under Components › Constants, or choose another output.',
  },
  'line-nameless': {
    severity: 'warning',
    message: '{input} of “{node}” has a line without “{column}”.',
    consequence: 'The line is passed over.',
    remedy: 'Fill in “{column}” on every line, or remove the line.',
  },
  'not-per-way': {
    severity: 'error',
    message: '{input} of “{node}” is not what this input takes.',
    consequence: 'The step cannot read it, so the flow cannot be published.',
    remedy: 'Empty it, and fill it in again.',
  },
  'not-conditions': {
    severity: 'error',
    message: '{input} of “{node}” is not made of comparisons.',
    consequence: 'The step cannot read it, so the flow cannot be published.',
    remedy: 'Empty it, and add comparisons.',
  },
  'operator-unknown': {
    severity: 'error',
    message: '{input} of “{node}” compares in a way that this step does not know.',
    consequence: 'It could not decide, so the flow cannot be published.',
    remedy: 'Choose another way to compare.',
  },
  'side-empty': {
    severity: 'warning',
    message: '{input} of “{node}” has a comparison with an empty side.',
    consequence: 'It compares with nothing, which is seldom what was meant.',
    remedy: 'Fill in both sides of every comparison, or ask whether something is blank.',
  },
  'ways-too-many': {
    severity: 'error',
    message: '{count} ways lead into “{node}”, and {most} are the most it takes.',
    consequence: notPublished,
    remedy: 'Join some of them before it.',
  },
  'way-without-value': {
    severity: 'warning',
    message: '“{line}” of “{node}” has no value for the way from “{way}”.',
    consequence: 'A run that comes that way goes on with an empty value.',
    remedy: 'Fill in what “{line}” is when the run comes from “{way}”.',
  },
  'no-times': {
    severity: 'error',
    message: '“{node}” names no times. {reason}',
    consequence: 'It would never start a run, so the flow cannot be published.',
    remedy: '{hint}',
  },
} as const;

/** See `words`. */
export const problemWords: Readonly<Record<ProblemKind, ProblemWords>> = words;
