import { type FlowBindings, type FlowFile, fileToDrawing } from '@sluice/schema';
import { recordAudit } from '../accounts/record-audit.ts';
import { HttpProblem } from '../http/http-problem.ts';
import { listConnections } from '../storage/connections.ts';
import type { Database } from '../storage/database.ts';
import { newId } from '../storage/new-id.ts';
import type { User } from '@sluice/schema';
import { createFlow } from './create-flow.ts';
import { namesOfFlows } from './match-needs.ts';

/** A file that was found to be in order, and what its needs are bound to. */
export interface Import {
  readonly file: FlowFile;
  /** What the flow is to be called; absent: as in the file. */
  readonly name?: string | undefined;
  readonly bindings: FlowBindings;
}

/**
 * Makes a flow of a file, with the URLs of its triggers and its entry in the audit log: all of it
 * or nothing. Throws 422 for bindings that cannot be. Returns the new flow's id.
 */
export function importFlow(db: Database, { file, name, bindings }: Import, user: User) {
  return db.transaction().execute(async (transaction): Promise<string> => {
    await refuseBindings(transaction, file, bindings);
    const id = newId();
    const itself = file.flows.filter((need) => need.itself).map((need) => [need.id, id] as const);
    const drawing = fileToDrawing(file, {
      connections: bindings.connections,
      flows: { ...bindings.flows, ...Object.fromEntries(itself) },
    });
    const flow = { id, name: name ?? file.name, enabled: true, drawing };
    await createFlow(transaction, flow, user);
    await recordAudit(transaction, {
      actor: user,
      action: 'flow.imported',
      subject: flow.name,
      detail: id,
    });
    return id;
  });
}

/** Bindings come from outside: each must be of a need of the file, to something that is here. */
async function refuseBindings(
  db: Database,
  file: FlowFile,
  { connections, flows }: FlowBindings,
): Promise<void> {
  const rows = new Map((await listConnections(db)).map((row) => [row.id, row]));
  const needs = new Map(file.connections.map((need) => [need.id, need]));
  for (const [needId, id] of Object.entries(connections)) {
    const need = needs.get(needId);
    if (!need) throw unknownNeed(needId, 'connections');
    const row = rows.get(id);
    if (!row) throw gone(need.name ?? needId, 'connection');
    if (row.type !== need.type) {
      throw new HttpProblem(
        422,
        `“${row.name}” is a connection of another kind (${row.type}) than the file needs (${need.type}). Choose one of that kind, or leave it open.`,
      );
    }
  }
  const known = new Set((await namesOfFlows(db)).map(({ id }) => id));
  const named = new Map(file.flows.map((need) => [need.id, need]));
  for (const [needId, id] of Object.entries(flows)) {
    const need = named.get(needId);
    if (!need || need.itself) throw unknownNeed(needId, 'flows');
    if (!known.has(id)) throw gone(need.name ?? needId, 'flow');
  }
}

function unknownNeed(needId: string, list: string): HttpProblem {
  return new HttpProblem(
    422,
    `“${needId}” is not among the ${list} that the file asks for. Look at what its check answers.`,
  );
}

function gone(name: string, what: string): HttpProblem {
  return new HttpProblem(
    422,
    `The ${what} chosen for “${name}” is not there any more. Choose another, or leave it open.`,
  );
}
