import type { FieldOption } from '@sluice/schema';

/** How many options a drop-down offers at once; typing narrows the rest. */
const MOST = 200;

/** The options that hold every typed word in label, value or hint, each value once. */
export function narrowOptions(
  options: readonly FieldOption[],
  search: string,
): readonly FieldOption[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const found = options.filter(({ value, label, hint }) => {
    const text = `${label} ${value} ${hint ?? ''}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
  return [...new Map(found.map((option) => [option.value, option])).values()].slice(0, MOST);
}
