import { type ApiKey, type User, may } from '@sluice/schema';
import { z } from 'zod';
import { HttpProblem, notFound } from '../http/http-problem.ts';
import { type Route, answer, defineRoute, done } from '../http/route.ts';
import {
  type NamedApiKeyRow,
  deleteApiKey,
  findApiKey,
  insertApiKey,
  listApiKeys,
} from '../storage/api-keys.ts';
import type { Database } from '../storage/database.ts';
import { newId } from '../storage/new-id.ts';
import { apiKeyAnswer, idParams, nameInput } from './account-schemas.ts';
import { apiKeyPrefix, newApiKeySecret } from './api-key-secret.ts';
import { recordAudit } from './record-audit.ts';
import type { UserDirectory } from './user-directory.ts';

/** Keys for programs: one's own, and for administrators everybody's. */
export function apiKeyRoutes(db: Database, directory: UserDirectory): Route[] {
  return [
    defineRoute({
      method: 'get',
      path: '/api-keys',
      summary: 'Your API keys; for administrators, all',
      access: 'session',
      answers: { 200: z.object({ items: z.array(apiKeyAnswer) }) },
      handle: async ({ user }) => {
        const mine = may(user.role, 'administer') ? undefined : user.id;
        return answer({ items: (await listApiKeys(db, mine)).map(asApiKey) });
      },
    }),
    defineRoute({
      method: 'post',
      path: '/api-keys',
      summary: 'Make an API key; its secret is shown in this answer only',
      access: 'session',
      body: z.strictObject({ name: nameInput, userId: z.string().max(100).optional() }),
      answers: { 201: apiKeyAnswer.extend({ secret: z.string() }) },
      handle: async ({ body, user: actor }) => {
        const owner = await ownerOf(body.userId ?? actor.id, actor, directory);
        const id = newId();
        const { secret, hash } = newApiKeySecret();
        const row = {
          id,
          name: body.name,
          key: `${apiKeyPrefix}${id}`,
          secret_hash: hash,
          user_id: owner.id,
          created_at: Date.now(),
          last_used_at: null,
        };
        await db.transaction().execute(async (transaction) => {
          await insertApiKey(transaction, row);
          await recordAudit(transaction, {
            actor,
            action: 'api-key.created',
            subject: body.name,
            detail: `for ${owner.name}`,
          });
        });
        return answer({ ...asApiKey({ ...row, user_name: owner.name }), secret }, 201);
      },
    }),
    defineRoute({
      method: 'delete',
      path: '/api-keys/{id}',
      summary: 'Delete an API key; it stops working at once',
      access: 'session',
      params: idParams,
      answers: { 204: 'Deleted.' },
      handle: async ({ params: { id }, user: actor }) => {
        const row = await findApiKey(db, id);
        const theirs = row?.user_id === actor.id || may(actor.role, 'administer');
        if (!row || !theirs) throw notFound('API key');
        await db.transaction().execute(async (transaction) => {
          await deleteApiKey(transaction, id);
          const action = 'api-key.deleted';
          await recordAudit(transaction, { actor, action, subject: row.name });
        });
        directory.changed(row.user_id);
        return done;
      },
    }),
  ];
}

async function ownerOf(id: string, actor: User, directory: UserDirectory): Promise<User> {
  if (id !== actor.id && !may(actor.role, 'administer')) {
    throw new HttpProblem(403, 'Only administrators may make API keys for others.');
  }
  const owner = await directory.byId(id);
  if (!owner) throw notFound('user');
  return owner;
}

function asApiKey(row: NamedApiKeyRow): ApiKey {
  return {
    id: row.id,
    name: row.name,
    key: row.key,
    userId: row.user_id,
    userName: row.user_name,
    createdAt: new Date(row.created_at).toISOString(),
    ...(row.last_used_at !== null && { lastUsedAt: new Date(row.last_used_at).toISOString() }),
  };
}
