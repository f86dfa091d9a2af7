import { z } from 'zod';

/** A word by which flows are found, such as “night desk”. A comma parts tags where they are typed. */
export const tagSchema = z
  .string()
  .trim()
  .min(1, 'A tag is a word or two.')
  .max(40, 'At most 40 characters.')
  // oxlint-disable-next-line no-control-regex
  .regex(/^[^\u0000-\u001f\u007f,]*$/, 'Commas and control characters are not allowed.');

/** A flow's tags in the order given, each once: “Night” and “night” are the same. */
export const tagsSchema = z
  .array(tagSchema)
  .max(20, 'At most 20 tags.')
  .transform((tags) => distinctTags(tags));

/** The tags without those that only differ from an earlier one in the size of their letters. */
export function distinctTags(tags: readonly string[]): readonly string[] {
  return tags.filter((tag, index) => tags.findIndex((each) => isSameTag(each, tag)) === index);
}

/** Whether two tags are one, however their letters are written. */
export function isSameTag(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
