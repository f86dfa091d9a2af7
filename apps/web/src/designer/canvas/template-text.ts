import type { ManifestIndex, Template, FlowNode } from '@sluice/schema';

/** A template on one short line: its text, with each pill as the label of its output. */
export function templateText(
  template: Template,
  nodes: readonly FlowNode[],
  index: ManifestIndex,
): string {
  return template
    .map((part) => {
      if ('text' in part) return part.text;
      const source = nodes.find((node) => node.id === part.pill.nodeId);
      const outputs =
        source && (index.triggers.get(source.type) ?? index.steps.get(source.type))?.outputs;
      return outputs?.[part.pill.output]?.label ?? part.pill.output;
    })
    .join('')
    .trim();
}
