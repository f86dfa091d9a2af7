const known = new Map<string, string>();

/**
 * The address of an SVG document as an image. An image runs no script and loads nothing, so an
 * icon can only ever be a picture. `currentColor` becomes the ink of the tile.
 */
export function iconUrl(svg: string, ink: string): string {
  const key = ink + svg;
  const found = known.get(key);
  if (found !== undefined) return found;
  const url = `data:image/svg+xml,${encodeURIComponent(svg.replaceAll('currentColor', ink))}`;
  known.set(key, url);
  return url;
}
