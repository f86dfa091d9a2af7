import type { FlowFileFault } from '@sluice/schema';
import { sayOfServer } from '../../words/say.ts';

/** A refusal in the language of the screens; as it came when the language has no words for it. */
export function sayRefusal(fault: FlowFileFault): FlowFileFault {
  const part = (name: 'message' | 'remedy') =>
    sayOfServer(['refusals', fault.kind, name], fault.about) ?? fault[name];
  return { ...fault, message: part('message'), remedy: part('remedy') };
}
