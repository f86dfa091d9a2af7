import { type Exit, type FlowNode, type StepManifest, exitsOf } from '@sluice/schema';
import { say } from '../words/say.ts';

/** A node's exits, called in the language of the screens. */
export function exitsInWords(
  node: FlowNode,
  manifest: Pick<StepManifest, 'exits'> | undefined,
): readonly Exit[] {
  return exitsOf(node, manifest, {
    next: say('catalogue.exits.next'),
    error: say('catalogue.exits.error'),
    case: say('catalogue.exits.case'),
  });
}
