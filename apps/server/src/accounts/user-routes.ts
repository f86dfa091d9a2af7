import { z } from 'zod';
import { type Route, answer, defineRoute, done } from '../http/route.ts';
import type { Database } from '../storage/database.ts';
import { listUsers } from '../storage/users.ts';
import {
  emailInput,
  idParams,
  integrationNameInput,
  nameInput,
  passwordInput,
  roleInput,
  userAnswer,
} from './account-schemas.ts';
import { addUser } from './add-user.ts';
import { changeUser, removeUser } from './change-user.ts';
import { type UserDirectory, asUser } from './user-directory.ts';

/** Everybody who may use the product: people and integration users. */
export function userRoutes(db: Database, directory: UserDirectory): Route[] {
  return [
    defineRoute({
      method: 'get',
      path: '/users',
      summary: 'All users',
      access: 'look',
      answers: { 200: z.object({ items: z.array(userAnswer) }) },
      handle: async () => answer({ items: (await listUsers(db)).map(asUser) }),
    }),
    defineRoute({
      method: 'post',
      path: '/users',
      summary: 'Add a person or an integration user',
      access: 'administer',
      body: newUser,
      answers: { 201: userAnswer },
      handle: async ({ body, user: actor }) => answer(await addUser(db, body, actor), 201),
    }),
    defineRoute({
      method: 'patch',
      path: '/users/{id}',
      summary: 'Change a user: name, role, password, or whether they are disabled',
      access: 'administer',
      params: idParams,
      body: z.strictObject({
        name: nameInput.optional(),
        role: roleInput.optional(),
        disabled: z.boolean().optional(),
        password: passwordInput.optional(),
      }),
      answers: { 200: userAnswer },
      handle: async ({ params: { id }, body, user: actor }) => {
        const changed = await changeUser(db, { id, changes: body, actor });
        directory.changed(id);
        return answer(changed);
      },
    }),
    defineRoute({
      method: 'delete',
      path: '/users/{id}',
      summary: 'Delete a user, with their sessions and API keys',
      access: 'administer',
      params: idParams,
      answers: { 204: 'Deleted.' },
      handle: async ({ params: { id }, user: actor }) => {
        await removeUser(db, id, actor);
        directory.changed(id);
        return done;
      },
    }),
  ];
}

const newUser = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('person'),
    name: nameInput,
    email: emailInput,
    password: passwordInput,
    role: roleInput,
  }),
  z.strictObject({
    kind: z.literal('integration'),
    name: integrationNameInput,
    password: passwordInput.optional(),
    role: roleInput,
  }),
]);
