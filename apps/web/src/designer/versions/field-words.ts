import {
  type FieldChange,
  type FlowNode,
  type InputValue,
  type PickedOutput,
  type ReadableLine,
  type ReadableSurroundings,
  isRecord,
  outputsOffered,
  readableInput,
  triggerAuthentications,
} from '@sluice/schema';
import { listText, numberText } from '../../words/format.ts';
import { type WordKey, say } from '../../words/say.ts';
import { authenticationWords } from '../settings/trigger/authentication-words.ts';

/** One field of a node as it was and as it is, in words. */
export interface FieldWords {
  readonly field: string;
  readonly label: string;
  readonly before: readonly ReadableLine[];
  readonly after: readonly ReadableLine[];
}

/** What the words of a field are looked up in. */
export interface FieldSurroundings {
  /** Of each of the two drawings, as a pill may name a node that is gone by now. */
  readonly before: ReadableSurroundings;
  readonly after: ReadableSurroundings;
  /** What connections and users are called, by their ids. */
  readonly names: ReadonlyMap<string, string>;
}

/** Puts a changed field of a node into words. */
export function fieldWords(
  change: FieldChange,
  node: FlowNode,
  given: FieldSurroundings,
): FieldWords {
  const { field } = change;
  return {
    field,
    label: labelOf(field, node, given.after),
    before: valueLines(change.before, { field, node, ...given, around: given.before }),
    after: valueLines(change.after, { field, node, ...given, around: given.after }),
  };
}

const labels: Readonly<Record<string, WordKey>> = {
  name: 'designer.versions.changes.field.name',
  type: 'designer.versions.changes.field.type',
  disabled: 'designer.versions.changes.field.disabled',
  connectionId: 'designer.versions.changes.field.connection',
  'retry.attempts': 'designer.versions.changes.field.attempts',
  'retry.firstDelaySeconds': 'designer.versions.changes.field.first-delay',
  'retry.longestDelaySeconds': 'designer.versions.changes.field.longest-delay',
  timeoutSeconds: 'designer.versions.changes.field.time-out',
  'settings.authentication': 'designer.versions.changes.field.authentication',
  'settings.authenticatingUserId': 'designer.versions.changes.field.authenticating-user',
  'settings.floodControl.enabled': 'designer.versions.changes.field.flood-control',
  'settings.floodControl.threshold': 'designer.versions.changes.field.threshold',
  'settings.floodControl.periodSeconds': 'designer.versions.changes.field.period',
  'settings.floodControl.correlateBy': 'designer.versions.changes.field.correlate-by',
  'settings.deduplicate.by': 'designer.versions.changes.field.identify-by',
  'settings.deduplicate.windowSeconds': 'designer.versions.changes.field.remember-for',
  'settings.runTimeoutSeconds': 'designer.versions.changes.field.run-time-out',
  'settings.runsAtOnce': 'designer.versions.changes.field.runs-at-once',
  'settings.answerSeconds': 'designer.versions.changes.field.answer-wait',
  picked: 'designer.versions.changes.field.picked',
  pinned: 'designer.versions.changes.field.pinned',
};

function inputOf(field: string): string | undefined {
  return field.startsWith('inputs.') ? field.slice('inputs.'.length) : undefined;
}

function labelOf(field: string, node: FlowNode, { manifests }: ReadableSurroundings): string {
  const input = inputOf(field);
  const known = labels[field];
  if (input === undefined) return known === undefined ? field : say(known);
  const manifest = manifests.triggers.get(node.type) ?? manifests.steps.get(node.type);
  return manifest?.inputs[input]?.label ?? input;
}

interface ValueOf extends Pick<FieldSurroundings, 'names'> {
  readonly field: string;
  readonly node: FlowNode;
  readonly around: ReadableSurroundings;
}

/** No lines: it was left out. */
function valueLines(value: unknown, given: ValueOf): readonly ReadableLine[] {
  if (value === undefined) return [];
  const { field, node, around } = given;
  const { triggers, steps } = around.manifests;
  const manifest = triggers.get(node.type) ?? steps.get(node.type);
  const input = inputOf(field);
  if (input !== undefined) {
    const lines = readableInput(value as InputValue, manifest?.inputs[input], around);
    return lines.length > 0 ? lines : [line(say('designer.versions.changes.empty'))];
  }
  if (field === 'picked') return (value as readonly PickedOutput[]).map(({ label }) => line(label));
  if (field === 'pinned') return [line(pinnedText(value))];
  if (field === 'type')
    return [
      line((triggers.get(String(value)) ?? steps.get(String(value)))?.label ?? String(value)),
    ];
  if (Array.isArray(value)) {
    const offered = outputsOffered(node, manifest);
    const named = value.map((name) => offered.find((each) => each.name === name)?.label ?? name);
    return [line(listText(named) || say('designer.versions.changes.empty'))];
  }
  return [line(plainText(value, given))];
}

function plainText(value: unknown, { field, names }: ValueOf): string {
  if (typeof value === 'boolean') {
    return say(value ? 'designer.versions.changes.yes' : 'designer.versions.changes.no');
  }
  if (typeof value === 'number') {
    return field.endsWith('Seconds')
      ? say('designer.versions.changes.seconds', { seconds: value })
      : numberText(value);
  }
  const text = String(value);
  if (field === 'connectionId') {
    return names.get(text) ?? say('designer.versions.changes.gone-connection');
  }
  const method = triggerAuthentications.find((each) => each === text);
  if (field === 'settings.authentication' && method) return authenticationWords[method].label;
  return names.get(text) ?? text;
}

function pinnedText(value: unknown): string {
  const outputs = isRecord(value) && isRecord(value['outputs']) ? value['outputs'] : {};
  return say('designer.versions.changes.values', { count: Object.keys(outputs).length });
}

function line(text: string): ReadableLine {
  return [{ text, pill: false }];
}
