/** The box of every text control: field, area, select. */
export const controlClass =
  'w-full min-w-0 rounded-r1 border border-line-field bg-surface text-ink transition-colors duration-100 ' +
  'hover:border-muted focus:border-focus focus:outline-2 focus:-outline-offset-1 focus:outline-focus ' +
  'aria-invalid:border-fail disabled:cursor-not-allowed disabled:bg-sunken disabled:text-faint [&:is(input,textarea)]:read-only:bg-sunken';
