import type { Selectable } from 'kysely';
import type { ConnectionTokensTable, Database } from './database.ts';

export type ConnectionToken = Selectable<ConnectionTokensTable>;

/** Who is getting a new authorisation, and until when the others wait for it. */
export interface TokenLease {
  readonly owner: string;
  readonly now: number;
  readonly until: number;
}

export function findConnectionToken(
  db: Database,
  id: string,
): Promise<ConnectionToken | undefined> {
  return db
    .selectFrom('connection_tokens')
    .selectAll()
    .where('connection_id', '=', id)
    .executeTakeFirst();
}

/** Takes the lease unless somebody holds it. */
export async function leaseConnectionToken(
  db: Database,
  id: string,
  { owner, now, until }: TokenLease,
): Promise<boolean> {
  const lease = { lease_owner: owner, lease_until: until };
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('connection_tokens')
    .values({ connection_id: id, made_from: null, sealed: null, renew_at: null, ...lease })
    .onConflict((conflict) =>
      conflict
        .column('connection_id')
        .doUpdateSet(lease)
        .where((where) =>
          where.or([
            where('connection_tokens.lease_until', 'is', null),
            where('connection_tokens.lease_until', '<=', now),
          ]),
        ),
    )
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** Ends a lease, with what it brought if it brought anything. Whoever has lost it stores nothing. */
export async function endTokenLease(
  db: Database,
  { id, owner }: { readonly id: string; readonly owner: string },
  brought: Partial<Pick<ConnectionToken, 'made_from' | 'sealed' | 'renew_at'>> = {},
): Promise<void> {
  await db
    .updateTable('connection_tokens')
    .set({ ...brought, lease_owner: null, lease_until: null })
    .where('connection_id', '=', id)
    .where('lease_owner', '=', owner)
    .execute();
}
