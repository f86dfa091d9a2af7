import { createHash } from 'node:crypto';
import type { Catalogue } from '@sluice/schema';
import { type Route, defineRoute } from '../http/route.ts';

/**
 * What can be drawn. It changes only with the program, so it is written as JSON once, and a browser
 * that has it already is told so by its ETag.
 */
export function catalogueRoutes(catalogue: Catalogue): Route[] {
  const text = JSON.stringify(catalogue);
  const etag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`;
  return [
    defineRoute({
      method: 'get',
      path: '/catalogue',
      summary: 'Read every connector’s declaration: triggers, steps, inputs, outputs, samples.',
      access: 'look',
      answers: { 200: 'The catalogue.', 304: 'It has not changed.' },
      handle: async ({ response }) => {
        // Already JSON text, so it goes around the router's own writing; express answers 304.
        response.set({ 'Cache-Control': 'private, no-cache', ETag: etag }).type('json').send(text);
        return { status: 200 };
      },
    }),
  ];
}
