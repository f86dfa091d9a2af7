import {
  type Flow,
  type ManifestIndex,
  type StepNode,
  type StepRun,
  asText,
  isBlank,
  isTemplate,
} from '@sluice/schema';
import { clockText } from '../../words/format.ts';
import { saySentence } from '../../words/say-sentence.ts';
import { say } from '../../words/say.ts';
import type { NodePaint } from './paint.ts';
import { templateText } from './template-text.ts';

/** What a card says a run did at its step, in a few words; undefined when there is nothing to add. */
export function runDetail(
  paint: NodePaint | undefined,
  step: StepRun | undefined,
  highlight: string | undefined,
): string | undefined {
  switch (paint) {
    case 'running':
      return say('designer.canvas.detail.running');
    case 'waiting':
      return step?.until
        ? say('designer.canvas.detail.waits-until', { time: clockText(step.until, 'minute') })
        : say('designer.canvas.detail.waiting');
    case 'retrying':
      return step?.until
        ? say('designer.canvas.detail.tried-again-at', { time: clockText(step.until, 'minute') })
        : say('designer.canvas.detail.tried-again');
    case 'failed':
      return step?.failure
        ? saySentence(step.failure.message)
        : say('designer.canvas.detail.failed');
    case 'skipped':
      return say('designer.canvas.detail.not-taken');
    case 'given':
    case 'succeeded':
      return highlightText(highlight === undefined ? undefined : step?.outputs?.[highlight]);
    default:
      return undefined;
  }
}

/** What a card says about a step that no run is painted on: what it looks at first. */
export function setupDetail(step: StepNode, flow: Flow, index: ManifestIndex): string | undefined {
  const manifest = index.steps.get(step.type);
  if (!manifest) return undefined;
  if (index.connectors.get(step.type)?.section !== 'tools') {
    return manifest.label === step.name ? undefined : manifest.label;
  }
  for (const [name, field] of Object.entries(manifest.inputs)) {
    // An id says nothing to a person.
    if (field.control === 'flow') continue;
    const value = step.inputs[name];
    if (value && isTemplate(value) && !isBlank(value))
      return templateText(value, flow.nodes, index);
  }
  return undefined;
}

function highlightText(value: unknown): string | undefined {
  if (typeof value === 'number') return `#${value}`;
  return asText(value) || undefined;
}
