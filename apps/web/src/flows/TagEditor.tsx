import { useRef, useState } from 'react';
import { distinctTags, isSameTag, tagsSchema } from '@sluice/schema';
import { Plus } from 'lucide-react';
import { useFlows } from '../api/flows.ts';
import { useSetTags } from '../api/tags.ts';
import { TextField } from '../ui/TextField.tsx';
import { toastError } from '../ui/toast.ts';
import { listText } from '../words/format.ts';
import { say } from '../words/say.ts';
import { EditableTag } from './EditableTag.tsx';
import { countTags } from './pick-flows.ts';

/** How many tags of other flows are offered at once. */
const OFFERED = 8;

interface TagEditorProps {
  readonly flowId: string;
  readonly tags: readonly string[];
}

/** A flow's tags, added, renamed and taken away by typing. Each change is kept at once. */
export function TagEditor({ flowId, tags }: TagEditorProps) {
  const { data: flows = [] } = useFlows();
  const setTags = useSetTags();
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<string>();
  const [said, setSaid] = useState('');
  const input = useRef<HTMLDivElement>(null);

  const wanted = typed.trim().toLowerCase();
  const offered = countTags(flows)
    .map(({ tag }) => tag)
    .filter((tag) => !tags.some((each) => isSameTag(each, tag)))
    .filter((tag) => tag.toLowerCase().includes(wanted))
    .slice(0, OFFERED);

  function keep(next: readonly string[], words: string): boolean {
    const parsed = tagsSchema.safeParse(next);
    setProblem(parsed.error?.issues[0]?.message);
    if (!parsed.success) return false;
    setSaid(words);
    setTags.mutate({ id: flowId, tags: parsed.data }, { onError: toastError });
    return true;
  }

  /** A comma parts tags, so that a list of them can be pasted. */
  function add(text: string) {
    const added = text.split(',').filter((tag) => tag.trim() !== '');
    if (added.length === 0) return;
    if (keep([...tags, ...added], say('flows.tags.added', { names: listText(added) })))
      setTyped('');
  }

  function remove(tag: string) {
    keep(
      tags.filter((each) => each !== tag),
      say('flows.tags.removed', { tag }),
    );
    input.current?.querySelector('input')?.focus();
  }

  return (
    <div className="flex flex-col gap-3">
      {tags.length > 0 && (
        <ul aria-label={say('flows.tags.title')} className="flex flex-wrap gap-1.5">
          {tags.map((tag) => (
            <li key={tag}>
              <EditableTag
                tag={tag}
                onRename={(next) =>
                  keep(
                    distinctTags(tags.map((each) => (each === tag ? next : each))),
                    say('flows.tags.renamed', { tag, name: next }),
                  )
                }
                onRemove={() => remove(tag)}
              />
            </li>
          ))}
        </ul>
      )}
      <div ref={input}>
        <TextField
          label={say('flows.tags.add')}
          hint={say('flows.tags.add-hint')}
          value={typed}
          onChange={(text) => (text.includes(',') ? add(text) : setTyped(text))}
          error={problem}
          autoComplete="off"
          autoFocus
          onKeyDown={(event) => {
            if (event.key === 'Enter') {
              event.preventDefault();
              add(typed);
            }
            const last = tags.at(-1);
            if (event.key === 'Backspace' && typed === '' && last !== undefined) remove(last);
          }}
        />
      </div>
      {offered.length > 0 && (
        <div
          role="group"
          aria-label={say('flows.tags.of-others')}
          className="flex flex-wrap gap-1.5"
        >
          {offered.map((tag) => (
            <button
              key={tag}
              type="button"
              onClick={() => add(tag)}
              className="inline-flex max-w-full items-center gap-1 rounded-full border border-dashed border-line-strong px-2 py-0.5 text-hint text-muted hover:border-solid hover:bg-sunken hover:text-ink [&>svg]:size-3 [&>svg]:shrink-0"
            >
              <Plus aria-hidden />
              <span className="truncate">{tag}</span>
            </button>
          ))}
        </div>
      )}
      <p role="status" className="sr-only">
        {said}
      </p>
    </div>
  );
}
