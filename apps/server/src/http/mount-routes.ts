import { type User, may } from '@sluice/schema';
import { type Request, type Response, Router } from 'express';
import type { ZodType } from 'zod';
import { HttpProblem } from './http-problem.ts';
import type { Route, RouteCall } from './route.ts';

/** Tells who sends a request; undefined for nobody. Throws 401 for credentials that are wrong. */
export type Authenticate = (request: Request, response: Response) => Promise<User | undefined>;

/** Builds an express router from declared routes: who may, what is read, how it is answered. */
export function mountRoutes(routes: readonly Route[], authenticate: Authenticate): Router {
  const router = Router({ caseSensitive: true });
  for (const route of routes) {
    router[route.method](route.path.replaceAll(/\{(\w+)\}/g, ':$1'), async (request, response) => {
      const user = await authenticate(request, response);
      checkAccess(route, user);
      const call = readCall(route, user, { request, response });
      const { status, body, headers } = await route.handle(call);
      if (response.headersSent) return;
      response
        .status(status)
        .set('Cache-Control', 'no-store')
        .set(headers ?? {});
      if (body === undefined) response.end();
      else response.json(body);
    });
  }
  return router;
}

function readCall(
  route: Route,
  user: User | undefined,
  { request, response }: Pick<RouteCall, 'request' | 'response'>,
): RouteCall {
  const read = {
    params: parse(route.params, request.params, 'params'),
    query: parse(route.query, request.query, 'query'),
    body: parse(route.body, request.body, 'body'),
    request,
    response,
  };
  return {
    ...read,
    get user(): User {
      if (!user) throw unauthenticated();
      return user;
    },
  };
}

function checkAccess(route: Route, user: User | undefined): void {
  if (route.access === 'public') return;
  if (!user) throw unauthenticated();
  if (route.access !== 'session' && !may(user.role, route.access)) {
    throw new HttpProblem(403, `Your role (${user.role}) may not do this. Ask an administrator.`);
  }
}

function unauthenticated(): HttpProblem {
  return new HttpProblem(401, 'Log in, or send an API key.', {
    headers: { 'WWW-Authenticate': 'Bearer' },
  });
}

function parse(schema: ZodType | undefined, value: unknown, where: string): unknown {
  if (!schema) return undefined;
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const errors = result.error.issues.slice(0, 50).map((issue) => ({
    path: [where, ...issue.path].map(String).join('.'),
    message: issue.message,
  }));
  const first = errors[0];
  throw new HttpProblem(
    400,
    `The request is not as expected: ${first ? `${first.path}: ${first.message}` : 'see errors'}`,
    { extras: { errors } },
  );
}
