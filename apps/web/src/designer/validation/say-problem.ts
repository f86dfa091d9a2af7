import type { FlowProblem } from '@sluice/schema';
import { sayOfServer } from '../../words/say.ts';

/** A problem in the language of the screens; as it came when the language has no words for it. */
export function sayProblem(problem: FlowProblem): FlowProblem {
  const part = (name: 'message' | 'consequence' | 'remedy') =>
    sayOfServer(['problems', problem.kind, name], problem.about) ?? problem[name];
  return {
    ...problem,
    message: part('message'),
    consequence: part('consequence'),
    remedy: part('remedy'),
  };
}
