import { useState } from 'react';
import { type FlowSummary, tagSchema } from '@sluice/schema';
import { ChevronDown, PencilLine, Tag } from 'lucide-react';
import { useMay } from '../api/session.ts';
import { useRenameTag } from '../api/tags.ts';
import { Button } from '../ui/Button.tsx';
import { DropdownMenu } from '../ui/DropdownMenu.tsx';
import { toastDone } from '../ui/toast.ts';
import { say } from '../words/say.ts';
import { NameDialog } from './NameDialog.tsx';
import { countTags } from './pick-flows.ts';

interface TagFilterProps {
  readonly flows: readonly FlowSummary[];
  readonly tag: string | undefined;
  readonly onChoose: (tag: string | undefined) => void;
}

/** Narrows the list to one tag, and renames that tag everywhere. */
export function TagFilter({ flows, tag, onChoose }: TagFilterProps) {
  const mayBuild = useMay('build');
  const rename = useRenameTag();
  const [renaming, setRenaming] = useState(false);
  const tags = countTags(flows);
  if (tags.length === 0 && tag === undefined) return null;

  const isChosen = (each: string) => each.toLowerCase() === tag?.toLowerCase();
  const count = tags.find((each) => isChosen(each.tag))?.count ?? 0;
  return (
    <>
      <DropdownMenu
        align="start"
        trigger={
          <Button icon={<Tag aria-hidden />} className="max-w-52">
            <span className="truncate">
              {tag === undefined ? say('flows.tags.all') : say('flows.tags.chosen', { tag })}
            </span>
            <ChevronDown aria-hidden />
          </Button>
        }
        groups={[
          [
            {
              label: say('flows.tags.all'),
              checked: tag === undefined,
              onSelect: () => onChoose(undefined),
            },
          ],
          tags.map((each) => ({
            label: each.tag,
            hint: each.count,
            checked: isChosen(each.tag),
            onSelect: () => onChoose(isChosen(each.tag) ? undefined : each.tag),
          })),
          tag !== undefined && count > 0 && mayBuild
            ? [
                {
                  label: say('flows.tags.rename-everywhere', { tag }),
                  icon: <PencilLine aria-hidden />,
                  onSelect: () => setRenaming(true),
                },
              ]
            : [],
        ]}
      />
      {renaming && tag !== undefined && (
        <NameDialog
          title={say('flows.tags.rename-title', { tag })}
          description={say('flows.tags.rename-reach', { count })}
          name={tag}
          schema={tagSchema}
          busy={rename.isPending}
          error={rename.error}
          onClose={() => setRenaming(false)}
          onSave={(to) =>
            rename.mutate(
              { from: tag, to },
              {
                onSuccess: () => {
                  setRenaming(false);
                  onChoose(to);
                  toastDone(say('flows.tags.renamed-everywhere', { tag, name: to }));
                },
              },
            )
          }
        />
      )}
    </>
  );
}
