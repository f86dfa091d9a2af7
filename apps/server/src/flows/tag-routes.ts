import { tagSchema, tagsSchema } from '@sluice/schema';
import { z } from 'zod';
import type { Accounts } from '../accounts/create-accounts.ts';
import { notFound } from '../http/http-problem.ts';
import { type Route, answer, defineRoute } from '../http/route.ts';
import type { Database } from '../storage/database.ts';
import { findFlow } from '../storage/flows.ts';
import { keepTags, renameTag } from '../storage/tags.ts';
import { flowParams } from './flow-routes.ts';

interface TagRoutesNeeds {
  readonly db: Database;
  readonly audit: Accounts['audit'];
}

/** The words by which flows are found. They are no part of a draft, so a flow's version stays. */
export function tagRoutes({ db, audit }: TagRoutesNeeds): Route[] {
  return [
    defineRoute({
      method: 'put',
      path: '/flows/{id}/tags',
      summary: 'Give a flow these tags in place of those it has. Its version stays.',
      access: 'build',
      params: flowParams,
      body: z.strictObject({ tags: tagsSchema }),
      answers: { 200: z.object({ tags: z.array(z.string()) }) },
      handle: async ({ params: { id }, body: { tags }, user }) => {
        const flow = await findFlow(db, id);
        if (!flow || !(await keepTags(db, id, tags))) throw notFound('flow');
        await audit(user, 'flow.tagged', flow.name, tags.join(', '));
        return answer({ tags });
      },
    }),
    defineRoute({
      method: 'post',
      path: '/flow-tags/rename',
      summary: 'Give a tag another name on every flow that has it.',
      access: 'build',
      body: z.strictObject({ from: tagSchema, to: tagSchema }),
      answers: { 200: z.object({ flows: z.int().describe('How many flows had it.') }) },
      handle: async ({ body: { from, to }, user }) => {
        const flows = await renameTag(db, from, to);
        if (flows === 0) throw notFound('tag');
        await audit(user, 'flow-tag.renamed', from, to);
        return answer({ flows });
      },
    }),
  ];
}
