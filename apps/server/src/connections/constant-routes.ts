import { labelSchema } from '@sluice/schema';
import { z } from 'zod';
import type { Accounts } from '../accounts/create-accounts.ts';
import { HttpProblem, notFound } from '../http/http-problem.ts';
import { type Route, answer, defineRoute, done } from '../http/route.ts';
import {
  deleteConstant,
  insertConstant,
  listConstants,
  updateConstant,
} from '../storage/constants.ts';
import type { Database } from '../storage/database.ts';
import { newId } from '../storage/new-id.ts';
import { constantSchema } from './connection-answers.ts';

export interface ConstantRoutesNeeds {
  readonly db: Database;
  readonly audit: Accounts['audit'];
}

/** Constants: named values that every flow can use as pills. They are not secret. */
export function constantRoutes({ db, audit }: ConstantRoutesNeeds): Route[] {
  return [
    defineRoute({
      method: 'get',
      path: '/constants',
      summary: 'List the constants by name.',
      access: 'look',
      answers: { 200: z.object({ items: z.array(constantSchema) }) },
      handle: async () => answer({ items: await listConstants(db) }),
    }),

    defineRoute({
      method: 'post',
      path: '/constants',
      summary: 'Make a constant.',
      access: 'build',
      body: constantBody,
      answers: { 201: constantSchema },
      handle: async ({ body, user }) => {
        const constant = { id: newId(), ...body };
        if (!(await insertConstant(db, constant))) throw nameTaken(body.name);
        await audit(user, 'constant.created', body.name);
        return answer(constant, 201);
      },
    }),

    defineRoute({
      method: 'put',
      path: '/constants/{id}',
      summary: 'Change a constant.',
      access: 'build',
      params: constantParams,
      body: constantBody,
      answers: { 200: constantSchema },
      handle: async ({ params, body, user }) => {
        const constant = { id: params.id, ...body };
        const outcome = await updateConstant(db, constant);
        if (outcome === 'missing') throw notFound('constant');
        if (outcome === 'taken') throw nameTaken(body.name);
        await audit(user, 'constant.changed', body.name);
        return answer(constant);
      },
    }),

    defineRoute({
      method: 'delete',
      path: '/constants/{id}',
      summary: 'Delete a constant. Pills of it are then marked broken.',
      access: 'build',
      params: constantParams,
      answers: { 204: 'Deleted.' },
      handle: async ({ params, user }) => {
        const constant = await deleteConstant(db, params.id);
        if (!constant) throw notFound('constant');
        await audit(user, 'constant.deleted', constant.name);
        return done;
      },
    }),
  ];
}

const constantParams = z.object({ id: z.string().max(64) });
const constantBody = z.strictObject({ name: labelSchema, value: z.string().max(20_000) });

function nameTaken(name: string): HttpProblem {
  return new HttpProblem(409, `There is already a constant “${name}”. Choose another name.`);
}
