import {
  type FlowFile,
  type FlowFileCheck,
  checkFlowFile,
  drawingToCheck,
  readFlowFile,
  readFlowFileValue,
} from '@sluice/schema';
import type { KnownKinds } from './publish-flow.ts';
import { scheduleProblems } from './schedule-problems.ts';

/** A flow file as it is sent: its text, or the same as JSON. */
export type SentFile = string | Readonly<Record<string, unknown>>;

/** Judges a flow file by all that this server can do, whatever its connections are. */
export function checkFile(sent: SentFile, { catalogue, findTrigger }: KnownKinds): FlowFileCheck {
  const reading = typeof sent === 'string' ? readFlowFile(sent) : readFlowFileValue(sent);
  const check = checkFlowFile(reading, catalogue);
  return check.file
    ? { ...check, problems: [...check.problems, ...ofSchedules(check.file, findTrigger)] }
    : check;
}

function ofSchedules(file: FlowFile, findTrigger: KnownKinds['findTrigger']) {
  return scheduleProblems(drawingToCheck(file), findTrigger);
}
