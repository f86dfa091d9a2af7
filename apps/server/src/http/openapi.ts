import { OpenAPIRegistry, OpenApiGeneratorV31 } from '@asteasolutions/zod-to-openapi';
import type { ZodObject, ZodType } from 'zod';
import { z } from 'zod';
import type { Route } from './route.ts';

/** The OpenAPI 3.1 document of all declared routes. */
export function describeApi(routes: readonly Route[], serverUrl: string): object {
  const registry = new OpenAPIRegistry();
  registry.registerComponent('securitySchemes', 'apiKey', {
    type: 'http',
    scheme: 'bearer',
    description:
      'An API key as key:secret. Basic authentication with the two halves works as well.',
  });
  for (const route of routes) {
    registry.registerPath({
      method: route.method,
      path: `/api/v1${route.path}`,
      summary: route.summary,
      tags: [route.path.split('/')[1] ?? 'api'],
      security: route.access === 'public' ? [] : [{ apiKey: [] }],
      request: {
        ...(route.params && { params: route.params as ZodObject }),
        ...(route.query && { query: route.query as ZodObject }),
        ...(route.body && { body: { content: { 'application/json': { schema: route.body } } } }),
      },
      responses: {
        ...Object.fromEntries(
          Object.entries(route.answers).map(([status, what]) => [status, describeAnswer(what)]),
        ),
        default: {
          description: 'A problem document (RFC 9457).',
          content: { 'application/problem+json': { schema: problem } },
        },
      },
    });
  }
  return new OpenApiGeneratorV31(registry.definitions).generateDocument({
    openapi: '3.1.0',
    info: { title: 'Sluice', version: '1', license: { name: 'MIT', identifier: 'MIT' } },
    servers: [{ url: serverUrl }],
  });
}

const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string().optional(),
  errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
});

function describeAnswer(what: ZodType | string) {
  return typeof what === 'string'
    ? { description: what }
    : {
        description: what.description ?? 'Done.',
        content: { 'application/json': { schema: what } },
      };
}
