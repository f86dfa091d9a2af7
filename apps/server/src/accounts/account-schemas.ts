import { roles } from '@sluice/schema';
import { z } from 'zod';

/** An e-mail address, kept in lower case. */
export const emailInput = z
  .string()
  .trim()
  .toLowerCase()
  .pipe(z.email({ error: 'write an e-mail address such as ada@example.com' }).max(254));

/** A password as it is chosen; when logging in, any text is tried. */
export const passwordInput = z
  .string()
  .min(8, { error: 'write at least 8 characters' })
  .max(200, { error: 'write at most 200 characters' });

/** A name without line breaks or other invisible characters. */
export const nameInput = z
  .string()
  .trim()
  .min(1, { error: 'write a name' })
  .max(100, { error: 'write at most 100 characters' })
  .regex(/^[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}]*$/u, { error: 'leave out invisible characters' });

/** An integration user logs in by name, so it may hold neither `:` (Basic) nor `@` (e-mails). */
export const integrationNameInput = nameInput.regex(/^[^:@]*$/, {
  error: 'leave out : and @, because this name is also used to log in',
});

export const roleInput = z.enum(roles);

export const idParams = z.object({ id: z.string().max(100) });

export const userAnswer = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string().optional(),
  kind: z.enum(['person', 'integration']),
  role: roleInput,
  disabled: z.boolean(),
  createdAt: z.string(),
});

export const sessionAnswer = z.object({
  user: userAnswer,
  expiresAt: z.string(),
  demoUrl: z.string().optional(),
});

export const apiKeyAnswer = z.object({
  id: z.string(),
  name: z.string(),
  key: z.string(),
  userId: z.string(),
  userName: z.string(),
  createdAt: z.string(),
  lastUsedAt: z.string().optional(),
});

export const auditEntryAnswer = z.object({
  id: z.string(),
  at: z.string(),
  actor: z.string(),
  action: z.string(),
  subject: z.string(),
  detail: z.string(),
});
