/** What is said about one kind of fault; a `{name}` stands for one of the names it is about. */
export interface FlowFileFaultWords {
  readonly message: string;
  readonly remedy: string;
}

export type FlowFileFaultKind = keyof typeof words;

const chooseExported = 'Choose a file that Sluice exported.';
const correctIt = 'Correct it in the file, or export the flow again.';

/** Everything for which a file is refused, and what to do about it. */
const words = {
  'too-long': {
    message: 'The file is longer than {most} million characters, which no flow is.',
    remedy: chooseExported,
  },
  unreadable: { message: '“{name}” cannot be read.', remedy: chooseExported },
  empty: { message: 'The file is empty.', remedy: chooseExported },
  'not-json': {
    message: 'Line {line}, column {column}: {reason}',
    remedy: 'Correct it there, or choose a file that Sluice exported.',
  },
  'other-format': {
    message: 'This is not a flow file of Sluice.',
    remedy: 'Choose a file that Sluice exported: it says “format”: “{format}”.',
  },
  'newer-version': {
    message:
      'The file is of version {version} of its format, and this Sluice reads up to {newest}.',
    remedy: 'Update this Sluice, or export the flow from one that is as old.',
  },
  'no-version': {
    message: 'The file does not say which version of its format it is.',
    remedy: 'Write “formatVersion”: {newest}, or export the flow again.',
  },
  'key-inherited': {
    message: '{path}: “{key}” cannot be a name in a file.',
    remedy: 'Take it out of the file.',
  },
  'text-broken': {
    message: '{path}: The text holds a NUL or half a character.',
    remedy: 'Take the broken character out of the file.',
  },
  'too-many-parts': {
    message: '{path}: There are more than {most} parts, which no flow has.',
    remedy: chooseExported,
  },
  'too-deep': {
    message: 'The file is nested more than {most} levels deep, which no flow is.',
    remedy: chooseExported,
  },
  'key-unknown': { message: '{path}: {keys} has no place here.', remedy: correctIt },
  'key-of-server': {
    message: '{path}: {keys} has no place here.',
    remedy:
      'Take out what belongs to one server: its ids and what is pinned. Connections are named under “connections”.',
  },
  'list-too-long': { message: '{path}: At most {most} belong here.', remedy: correctIt },
  'not-fitting': { message: '{path}: This is not what belongs here.', remedy: correctIt },
  invalid: { message: '{path}: {reason}', remedy: correctIt },
  'need-twice': {
    message: '“{id}” stands twice under “{list}”.',
    remedy: 'Give each an id of its own.',
  },
  'need-missing': {
    message: '“{node}” names “{id}”, which does not stand under “{list}”.',
    remedy: 'Add it there, or take it off the node. Ids of a server have no place in a file.',
  },
  inconsistent: { message: '{reason}', remedy: correctIt },
  'unknown-trigger': {
    message: '“{node}” is a trigger of a kind ({type}) that this Sluice does not have.',
    remedy: 'Install the connector that declares it, or take the node out of the file.',
  },
  'unknown-step': {
    message: '“{node}” is a step of a kind ({type}) that this Sluice does not have.',
    remedy: 'Install the connector that declares it, or take the node out of the file.',
  },
} as const;

/** See `words`. */
export const flowFileFaultWords: Readonly<Record<FlowFileFaultKind, FlowFileFaultWords>> = words;
