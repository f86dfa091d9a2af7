import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Problem, Role } from '@sluice/schema';
import express from 'express';
import { pino } from 'pino';
import { answerProblems } from '../http/answer-problems.ts';
import { mountRoutes } from '../http/mount-routes.ts';
import type { Route } from '../http/route.ts';

/** Routes behind a real server, for the tests of this folder. Ada is logged in. */
export interface ServedRoutes {
  role: Role;
  /** Everything that was ever answered. */
  said: string;
  /** A body that is text is sent as it is. */
  call(method: string, path: string, body?: unknown): Promise<ServedReply>;
  close(): Promise<void>;
}

export interface ServedReply {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>> & Partial<Problem>;
}

export async function serveTestRoutes(routes: readonly Route[]): Promise<ServedRoutes> {
  const app = express();
  app.use(express.json());
  app.use(
    mountRoutes(routes, async () => ({
      id: 'u',
      name: 'Ada',
      kind: 'person',
      role: served.role,
      disabled: false,
      createdAt: '',
    })),
  );
  app.use(answerProblems(pino({ level: 'silent' })));
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;

  const served: ServedRoutes = {
    role: 'builder',
    said: '',
    async call(method, path, body) {
      const response = await fetch(`http://127.0.0.1:${port}${path}`, {
        method,
        headers: { 'content-type': 'application/json' },
        ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      });
      const text = await response.text();
      served.said += text + JSON.stringify([...response.headers]);
      return { status: response.status, body: text === '' ? {} : JSON.parse(text) };
    },
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
  return served;
}
