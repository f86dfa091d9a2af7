import type { FlowFileCheck, FlowProblem } from '@sluice/schema';

type Judged = Pick<FlowFileCheck, 'refusals' | 'problems'>;

/** Whether a flow could be published as it is, once what it needs is bound. */
export function isInOrder({ refusals, problems }: Judged): boolean {
  return refusals.length === 0 && !problems.some(({ severity }) => severity === 'error');
}

/** What was found, a line each, with what to do beneath it. */
export function findingsOf({ refusals, problems }: Judged): string[] {
  return [
    ...refusals.flatMap(({ message, remedy }) => [`  refused  ${message}`, `           ${remedy}`]),
    ...problems.flatMap((problem) => [
      `  ${problem.severity.padEnd(7)}  ${problem.message}`,
      `           ${problem.remedy}`,
    ]),
  ];
}

/** Such as `1 error, 2 warnings`. */
export function countOf(problems: readonly FlowProblem[]): string {
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const warnings = problems.length - errors;
  return [counted(errors, 'error'), counted(warnings, 'warning')]
    .filter((part) => part !== '')
    .join(', ');
}

/** Such as `2 nodes`; empty for none. */
export function counted(count: number, what: string): string {
  if (count === 0) return '';
  return count === 1 ? `1 ${what}` : `${count} ${what}s`;
}
