import {
  CONSTANTS,
  type FlowFile,
  type FlowProblem,
  pillsOf,
  problemOf,
  usersOfNeeds,
} from '@sluice/schema';
import { listConnections } from '../storage/connections.ts';
import { readConstants } from '../storage/constants.ts';
import type { Database } from '../storage/database.ts';

/** Something of this server that has what a need asks for. */
interface Match {
  readonly id: string;
  readonly name: string;
}

/** A need of a file, who uses it, and what of this server has its name. */
interface MatchedNeed {
  readonly id: string;
  readonly name?: string;
  /** Names of nodes. */
  readonly usedBy: readonly string[];
  readonly match?: Match;
}

export interface MatchedNeeds {
  readonly connections: readonly (MatchedNeed & { readonly type: string })[];
  readonly flows: readonly (MatchedNeed & { readonly itself?: boolean })[];
}

/**
 * Finds what a file needs by its name. Of several with one name none is chosen: that is for a
 * person to say. A need without a name takes the only connection of its type.
 */
export async function matchNeeds(db: Database, file: FlowFile): Promise<MatchedNeeds> {
  const users = usersOfNeeds(file);
  const connections = await listConnections(db);
  const flows = await namesOfFlows(db);
  return {
    connections: file.connections.map((need) => {
      const ofType = connections.filter(({ type }) => type === need.type);
      const match = need.name === undefined ? only(ofType) : only(named(ofType, need.name));
      return { ...need, usedBy: users.get(need.id) ?? [], ...(match && { match }) };
    }),
    flows: file.flows.map((need) => {
      const match = need.name === undefined ? undefined : only(named(flows, need.name));
      return { ...need, usedBy: users.get(need.id) ?? [], ...(match && { match }) };
    }),
  };
}

/** The flows that are not deleted. */
export function namesOfFlows(db: Database): Promise<Match[]> {
  return db
    .selectFrom('flows')
    .select(['id', 'name'])
    .where('deleted_at', 'is', null)
    .orderBy('id')
    .execute();
}

/** Constants that the file uses and this server does not have. */
export async function constantProblems(db: Database, file: FlowFile): Promise<FlowProblem[]> {
  const constants = await readConstants(db);
  return file.nodes.flatMap((node) => {
    const used = Object.values(node.inputs ?? {})
      .flatMap((value) => pillsOf(value))
      .filter(({ nodeId, output }) => nodeId === CONSTANTS && !Object.hasOwn(constants, output));
    return [...new Set(used.map(({ output }) => output))].map((constant): FlowProblem => ({
      ...problemOf('constant-gone', { node: node.name, constant }),
      nodeId: node.id,
    }));
  });
}

function named<Thing extends Match>(things: readonly Thing[], name: string): readonly Thing[] {
  return things.filter((each) => each.name.trim() === name);
}

function only<Thing extends Match>(things: readonly Thing[]): Match | undefined {
  const [first, ...others] = things;
  return first && others.length === 0 ? { id: first.id, name: first.name } : undefined;
}
