import { useState } from 'react';
import { type FlowSummary, labelSchema } from '@sluice/schema';
import { Link, useLocation } from 'wouter';
import { useSetFlowEnabled } from '../api/flows.ts';
import { useMay } from '../api/session.ts';
import { RelativeTime } from '../ui/RelativeTime.tsx';
import { Switch } from '../ui/Switch.tsx';
import { TableCell } from '../ui/TableCell.tsx';
import { TableRow } from '../ui/TableRow.tsx';
import { toastError } from '../ui/toast.ts';
import { say } from '../words/say.ts';
import { receiveFocus } from './flow-links.ts';
import { FlowActivity } from './FlowActivity.tsx';
import { FlowMenu } from './FlowMenu.tsx';
import { FlowPicture } from './FlowPicture.tsx';
import { FlowStateChip } from './FlowStateChip.tsx';
import { FlowTags } from './FlowTags.tsx';
import { NameDialog } from './NameDialog.tsx';
import { TagsDialog } from './TagsDialog.tsx';
import { useFlowActions } from './use-flow-actions.ts';

interface FlowRowProps {
  readonly flow: FlowSummary;
  /** The tag by which the list is narrowed. */
  readonly tag: string | undefined;
  readonly onTag: (tag: string) => void;
}

/** One flow in the list. */
export function FlowRow({ flow, tag, onTag }: FlowRowProps) {
  const [, navigate] = useLocation();
  const mayBuild = useMay('build');
  const setEnabled = useSetFlowEnabled();
  const actions = useFlowActions(flow);
  const [open, setOpen] = useState<'rename' | 'tags'>();
  const close = () => setOpen(undefined);

  return (
    <TableRow onClick={() => navigate(`/flows/${flow.id}`)}>
      <TableCell className="w-full max-w-0">
        <Link
          to={`/flows/${flow.id}`}
          ref={receiveFocus}
          data-flow-link={flow.id}
          {...(mayBuild && { 'aria-keyshortcuts': 'F2 Delete' })}
          onKeyDown={(event) => {
            if (!mayBuild) return;
            if (event.key === 'F2') setOpen('rename');
            else if (event.key === 'Delete') actions.remove();
            else return;
            event.preventDefault();
          }}
          className="block truncate font-semibold no-underline hover:text-accent"
        >
          {flow.name}
        </Link>
        <div className="mt-1.5 flex flex-wrap items-center gap-x-3 gap-y-1">
          <FlowPicture flow={flow} />
          <FlowTags tags={flow.tags} chosen={tag} onChoose={onTag} />
        </div>
      </TableCell>
      <TableCell>
        <FlowStateChip flow={flow} />
      </TableCell>
      <FlowActivity flow={flow} />
      <TableCell className="max-w-40 whitespace-nowrap text-muted max-[1200px]:hidden">
        <RelativeTime at={flow.updatedAt} />
        {flow.updatedBy !== undefined && (
          <span className="block truncate text-hint text-faint">
            {say('flows.changed-by', { name: flow.updatedBy })}
          </span>
        )}
      </TableCell>
      <TableCell onClick={(event) => event.stopPropagation()} className="cursor-default">
        <Switch
          label={say('flows.is-enabled', { name: flow.name })}
          hideLabel
          checked={flow.enabled}
          disabled={!mayBuild || setEnabled.isPending}
          onChange={(enabled) =>
            setEnabled.mutate({ id: flow.id, enabled }, { onError: toastError })
          }
        />
      </TableCell>
      <TableCell onClick={(event) => event.stopPropagation()} className="w-px cursor-default">
        <FlowMenu
          flow={flow}
          onRename={() => setOpen('rename')}
          onTags={() => setOpen('tags')}
          onDuplicate={actions.duplicate}
          onDelete={actions.remove}
        />
        {open === 'rename' && (
          <NameDialog
            title={say('flows.rename.title')}
            name={flow.name}
            schema={labelSchema}
            busy={actions.renaming.isPending}
            error={actions.renaming.error}
            onSave={(name) => actions.rename(name, close)}
            onClose={close}
          />
        )}
        {open === 'tags' && <TagsDialog flow={flow} onClose={close} />}
      </TableCell>
    </TableRow>
  );
}
