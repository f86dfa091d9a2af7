/** An error answer of the API: RFC 9457 problem details. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  /** What happened and what to do, for a person. */
  readonly detail?: string;
  /** For 400: each thing that is wrong with the request. */
  readonly errors?: readonly { readonly path: string; readonly message: string }[];
}
