import type { FlowFile, TemplateAsk } from '@sluice/schema';

/** The flow file of a template with what the gallery asked for. What was not answered stays open. */
export function fillIn(
  file: FlowFile,
  asks: readonly TemplateAsk[],
  answers: Readonly<Record<string, string>>,
): FlowFile {
  const given = asks.flatMap((ask) => {
    const text = Object.hasOwn(answers, ask.id) ? (answers[ask.id]?.trim() ?? '') : '';
    return text === '' ? [] : [{ ...ask, text }];
  });
  return {
    ...file,
    nodes: file.nodes.map((node) => {
      const inputs = given
        .filter(({ nodeId }) => nodeId === node.id)
        .map(({ input, text }) => [input, [{ text }]] as const);
      return inputs.length === 0
        ? node
        : { ...node, inputs: { ...node.inputs, ...Object.fromEntries(inputs) } };
    }),
  };
}
