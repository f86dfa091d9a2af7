import { classNames } from '../ui/class-names.ts';
import { say } from '../words/say.ts';

interface FlowTagsProps {
  readonly tags: readonly string[];
  /** The tag by which the list is narrowed already. */
  readonly chosen: string | undefined;
  readonly onChoose: (tag: string) => void;
}

/** A flow's tags in the list; each narrows the list to the flows that have it. */
export function FlowTags({ tags, chosen, onChoose }: FlowTagsProps) {
  if (tags.length === 0) return null;
  return (
    <span className="flex min-w-0 flex-wrap gap-1">
      {tags.map((tag) => (
        <button
          key={tag}
          type="button"
          aria-label={say('flows.tags.show', { tag })}
          onClick={() => onChoose(tag)}
          className={classNames(
            'max-w-40 truncate rounded-full border px-2 text-hint font-medium hover:border-line-strong hover:text-ink',
            tag.toLowerCase() === chosen?.toLowerCase()
              ? 'border-transparent bg-accent-soft text-accent'
              : 'text-muted',
          )}
        >
          {tag}
        </button>
      ))}
    </span>
  );
}
