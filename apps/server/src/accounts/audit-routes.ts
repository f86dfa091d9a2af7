import { z } from 'zod';
import { pageOf, pagingQuery } from '../http/paging.ts';
import { type Route, answer, defineRoute } from '../http/route.ts';
import { listAudit } from '../storage/audit.ts';
import type { Database } from '../storage/database.ts';
import { auditEntryAnswer } from './account-schemas.ts';

/** Who did what, newest first. */
export function auditRoutes(db: Database): Route[] {
  return [
    defineRoute({
      method: 'get',
      path: '/audit',
      summary: 'The audit log, newest first',
      access: 'administer',
      query: z.object(pagingQuery),
      answers: {
        200: z.object({ items: z.array(auditEntryAnswer), cursor: z.string().optional() }),
      },
      handle: async ({ query }) => {
        const rows = await listAudit(db, query);
        const entries = rows.map((row) => ({ ...row, at: new Date(row.at).toISOString() }));
        return answer(pageOf(entries, query.limit));
      },
    }),
  ];
}
