import { type FlowNode, exitWhenDisabled } from '@sluice/schema';
import { Ban, TriangleAlert } from 'lucide-react';
import { memo } from 'react';
import { exitsInWords } from '../../catalogue/exits-in-words.ts';
import { useStepManifest } from '../../catalogue/use-catalogue.ts';
import { Tooltip } from '../../ui/Tooltip.tsx';
import { say } from '../../words/say.ts';
import { PinnedBadge } from '../pinned/PinnedBadge.tsx';
import { useScreen } from '../state/use-screen.ts';
import { useProblemsOf } from '../validation/use-problems.ts';

/** What is wrong with a node, whether it is disabled or its outputs are pinned, on the lower edge of its card. */
export const NodeBadges = memo(function NodeBadges({ node }: { readonly node: FlowNode }) {
  const manifest = useStepManifest(node.type);
  const passedBy =
    manifest && exitsInWords(node, manifest).length > 2
      ? exitWhenDisabled(manifest).label
      : undefined;
  const problems = useProblemsOf(node.id);
  const openSettings = useScreen((screen) => screen.openSettings);
  if (problems.length === 0 && !node.disabled && !node.pinned) return null;
  const errors = problems.filter((problem) => problem.severity === 'error');
  const first = errors[0] ?? problems[0];
  return (
    <div className="node-badges nodrag">
      {node.disabled && (
        <span className="node-badge" data-severity="off">
          <Ban aria-hidden />
          {passedBy === undefined
            ? say('designer.canvas.disabled')
            : say('designer.canvas.disabled-passed', { exit: passedBy })}
        </span>
      )}
      {node.pinned && <PinnedBadge node={node} />}
      {first && (
        <Tooltip
          side="bottom"
          text={
            <ul className="grid gap-1">
              {problems.map((problem) => (
                <li key={problem.message}>
                  {problem.message} {problem.consequence} {problem.remedy}
                </li>
              ))}
            </ul>
          }
        >
          <button
            type="button"
            tabIndex={-1}
            className="node-badge"
            data-severity={errors.length > 0 ? 'error' : 'warning'}
            aria-label={say('designer.canvas.problems', {
              count: problems.length,
              name: node.name,
              message: first.message,
            })}
            onClick={() => openSettings(node.id, first.input)}
          >
            <TriangleAlert aria-hidden />
            {problems.length}
          </button>
        </Tooltip>
      )}
    </div>
  );
});
