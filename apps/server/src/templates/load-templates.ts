import { readFileSync, readdirSync } from 'node:fs';
import { type FlowFile, type FlowTemplate, labelSchema, readFlowFileValue } from '@sluice/schema';
import { z } from 'zod';

/** A template as the server keeps it: what the gallery shows, and the flow that it makes. */
export interface LoadedTemplate extends FlowTemplate {
  readonly file: FlowFile;
}

/** The files are not compiled, so they stay with the sources, also when the compiled code runs. */
const folder = new URL('../../src/templates/files/', import.meta.url);

const sentence = z.string().min(1).max(300);
const templateSchema = z.strictObject({
  /** Its place in the gallery; the smallest comes first. */
  order: z.int(),
  purpose: sentence,
  needs: z.array(sentence).max(5),
  asks: z
    .array(
      z.strictObject({
        id: z.string().regex(/^[a-z][a-z0-9-]{0,40}$/),
        label: labelSchema,
        help: sentence,
        placeholder: z.string().max(200).optional(),
        nodeId: z.string(),
        input: z.string(),
      }),
    )
    .max(10),
  flow: z.unknown(),
});

/** Reads all templates, in the order of the gallery. A file that is not in order is a fault of ours. */
export function loadTemplates(): readonly LoadedTemplate[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => readTemplate(name))
    .toSorted((one, other) => one.order - other.order)
    .map(({ order: _, ...template }) => template);
}

function readTemplate(name: string): LoadedTemplate & { readonly order: number } {
  const { flow, asks, ...about } = templateSchema.parse(
    JSON.parse(readFileSync(new URL(name, folder), 'utf8')),
  );
  const { file, faults } = readFlowFileValue(flow);
  if (!file) throw new Error(`The template ${name} is not in order: ${faults[0]?.message}`);
  return {
    ...about,
    id: name.replace(/\.json$/, ''),
    name: file.name,
    // Zod marks absent keys as `undefined`-able; a parsed file never holds them.
    asks: asks as LoadedTemplate['asks'],
    connections: file.connections,
    nodes: file.nodes,
    edges: file.edges,
    file,
  };
}
