import { describeApi } from './openapi.ts';
import { type Route, answer, defineRoute } from './route.ts';

/** The API's own description, made when it is first asked for. */
export function openApiRoutes(routes: readonly Route[], origin: () => string): Route[] {
  let document: object | undefined;
  return [
    defineRoute({
      method: 'get',
      path: '/openapi.json',
      summary: 'This document.',
      access: 'public',
      answers: { 200: 'OpenAPI 3.1.' },
      handle: async () => answer((document ??= describeApi(routes, origin()))),
    }),
  ];
}
