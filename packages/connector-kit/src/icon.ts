/**
 * Draws the icon of a step or trigger: paths on a grid of 24 by 24, drawn as lines of one width in
 * the colour of what is around them, as all icons of the designer are.
 */
export function icon(...paths: readonly string[]): string {
  const lines = paths.map((path) => `<path d="${path}"/>`).join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round">${lines}</svg>`;
}
