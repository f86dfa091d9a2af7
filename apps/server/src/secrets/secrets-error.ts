/** Why secrets cannot be opened, in one sentence for the person who started the server. */
export class SecretsError extends Error {
  override name = 'SecretsError';
}
