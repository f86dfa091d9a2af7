/** The one application that this instance knows, and the name of its tenant. */
export interface Credentials {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly tenant: string;
}
