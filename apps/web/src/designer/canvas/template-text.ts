import { type FlowNode, type ManifestIndex, type Template, outputsOffered } from '@sluice/schema';

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
      const offered = source
        ? outputsOffered(source, index.triggers.get(source.type) ?? index.steps.get(source.type))
        : [];
      const output = offered.find(({ name }) => name === part.pill.output);
      return output?.label ?? part.pill.output;
    })
    .join('')
    .trim();
}
