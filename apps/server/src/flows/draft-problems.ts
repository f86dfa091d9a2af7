import { type FlowDrawing, type FlowProblem, findProblems } from '@sluice/schema';
import type { Database } from '../storage/database.ts';
import type { KnownKinds } from './publish-flow.ts';
import { scheduleProblems } from './schedule-problems.ts';

/** Everything that is wrong with a saved drawing, also what the drawing alone does not show. */
export async function draftProblems(
  db: Database,
  drawing: FlowDrawing,
  { catalogue, findTrigger }: KnownKinds,
): Promise<readonly FlowProblem[]> {
  const connections = await db.selectFrom('connections').select(['id', 'type']).execute();
  return [
    ...findProblems(drawing, catalogue, connections),
    ...scheduleProblems(drawing, findTrigger),
  ];
}
