/** In a file of its own, because the checks of documents are more than a page needs to begin with. */
export { labelSchema } from '@sluice/schema';
