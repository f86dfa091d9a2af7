import type { Problem } from '@sluice/schema';

/** A request that the server refused or could not be sent. Its message is fit for a person. */
export class ApiProblem extends Error {
  override name = 'ApiProblem';

  constructor(
    /** What the server said; `status` 0 when it could not be reached. Some answers carry more. */
    readonly problem: Problem & Readonly<Record<string, unknown>>,
  ) {
    super(problem.detail ?? problem.title);
  }

  get status(): number {
    return this.problem.status;
  }
}

/** What the server found wrong with one field of a form, if it named it. */
export function problemOf(error: unknown, path: string): string | undefined {
  if (!(error instanceof ApiProblem)) return undefined;
  return error.problem.errors?.find((each) => each.path === path)?.message;
}
