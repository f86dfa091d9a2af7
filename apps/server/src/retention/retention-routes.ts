import type { Accounts } from '../accounts/create-accounts.ts';
import { type Route, answer, defineRoute } from '../http/route.ts';
import type { Database } from '../storage/database.ts';
import { describeRetention, readRetention, retentionSchema, saveRetention } from './retention.ts';

/** How long runs and signals are kept: read and changed by administrators. */
export function retentionRoutes({
  db,
  audit,
}: {
  readonly db: Database;
  readonly audit: Accounts['audit'];
}): Route[] {
  return [
    defineRoute({
      method: 'get',
      path: '/settings/retention',
      summary: 'Read how long runs and signals are kept.',
      access: 'administer',
      answers: { 200: retentionSchema },
      handle: async () => answer(await readRetention(db)),
    }),
    defineRoute({
      method: 'put',
      path: '/settings/retention',
      summary:
        'Change how long runs and signals are kept. What is too old then goes within minutes.',
      access: 'administer',
      body: retentionSchema,
      answers: { 200: retentionSchema },
      handle: async ({ body, user }) => {
        await saveRetention(db, body);
        await audit(user, 'retention.changed', 'Retention', describeRetention(body));
        return answer(body);
      },
    }),
  ];
}
