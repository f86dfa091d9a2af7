import { Tag } from 'lucide-react';
import { useFlow } from '../../api/flows.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { later } from '../../ui/later.tsx';
import { Popover } from '../../ui/Popover.tsx';
import { say } from '../../words/say.ts';
import { PartBoundary } from '../PartBoundary.tsx';
import { useFlowDocument } from '../state/use-flow-document.ts';

const TagEditor = later(() =>
  import('../../flows/TagEditor.tsx').then((module) => module.TagEditor),
);

/** The words by which this flow is found in the list. They are kept at once, apart from the draft. */
export function TagsMenu() {
  const id = useFlowDocument(({ flow }) => flow.id);
  const tags = useFlow(id).data?.tags ?? [];
  const words =
    tags.length === 0
      ? say('flows.tags.title')
      : say('flows.tags.named', { names: tags.join(', ') });
  return (
    <Popover
      label={say('flows.tags.of-flow')}
      className="w-80"
      trigger={
        <IconButton plain label={words} title={words} icon={<TagSign count={tags.length} />} />
      }
    >
      <PartBoundary>
        <TagEditor flowId={id} tags={tags} />
      </PartBoundary>
    </Popover>
  );
}

function TagSign({ count }: { readonly count: number }) {
  return (
    <span className="relative">
      <Tag aria-hidden />
      {count > 0 && (
        <span
          aria-hidden
          className="absolute -top-2 -right-2 grid h-3.5 min-w-3.5 place-items-center rounded-full bg-accent px-0.5 text-[9px] font-semibold text-accent-ink"
        >
          {count}
        </span>
      )}
    </span>
  );
}
