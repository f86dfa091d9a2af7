/** The database cannot be reached or written just now; `cause` says why. Trying again later helps. */
export class StorageTrouble extends Error {
  override name = 'StorageTrouble';
}
