/** Why the data directory cannot be used. The message is a sentence or two for the operator. */
export class StorageError extends Error {
  override name = 'StorageError';
}
