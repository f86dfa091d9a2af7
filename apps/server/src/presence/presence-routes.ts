import { may } from '@sluice/schema';
import { z } from 'zod';
import { flowParams } from '../flows/flow-routes.ts';
import { notFound } from '../http/http-problem.ts';
import { type Route, answer, defineRoute, done } from '../http/route.ts';
import type { Database } from '../storage/database.ts';
import { findFlow } from '../storage/flows.ts';
import type { Presence } from './presence.ts';

const tab = z.string().regex(/^[\w-]{8,64}$/, 'Use 8–64 letters, digits, - or _.');

const visitorsSchema = z.object({
  flowId: z.string(),
  visitors: z.array(
    z.object({
      tab: z.string(),
      userId: z.string(),
      name: z.string(),
      mayBuild: z.boolean(),
      nodeId: z.string().optional(),
    }),
  ),
});

/** Pages that say which flow they have open, and learn who else has. */
export function presenceRoutes(db: Database, presence: Presence): Route[] {
  return [
    defineRoute({
      method: 'put',
      path: '/flows/{id}/visitors/{tab}',
      summary: 'Say that a page has a flow open, once in a while; learn who else has.',
      access: 'look',
      params: flowParams.extend({ tab }),
      body: z.strictObject({ nodeId: z.string().max(64).optional() }),
      answers: { 200: visitorsSchema.describe('Everybody who has the flow open.') },
      handle: async ({ params: { id, tab }, body: { nodeId }, user }) => {
        if (!(await findFlow(db, id))) throw notFound('flow');
        const visitor = {
          tab,
          userId: user.id,
          name: user.name,
          mayBuild: may(user.role, 'build'),
          ...(nodeId !== undefined && { nodeId }),
        };
        return answer(presence.see(id, visitor));
      },
    }),
    defineRoute({
      method: 'delete',
      path: '/flows/{id}/visitors/{tab}',
      summary: 'Say that a page was closed.',
      access: 'look',
      params: flowParams.extend({ tab }),
      answers: { 204: 'Said.' },
      handle: async ({ params: { id, tab }, user }) => {
        presence.leave(id, { userId: user.id, tab });
        return done;
      },
    }),
  ];
}
