import type { FlowSummary } from '@sluice/schema';
import { History, MoreHorizontal, PencilRuler, Trash2 } from 'lucide-react';
import { Link, useNavigate } from 'react-router';
import { useDeleteFlow, useRestoreFlow, useSetFlowEnabled } from '../api/flows.ts';
import { useMay } from '../api/session.ts';
import { RunStatusChip } from '../runs/RunStatusChip.tsx';
import { DropdownMenu } from '../ui/DropdownMenu.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { RelativeTime } from '../ui/RelativeTime.tsx';
import { Switch } from '../ui/Switch.tsx';
import { TableCell } from '../ui/TableCell.tsx';
import { TableRow } from '../ui/TableRow.tsx';
import { toastError, toastUndo } from '../ui/toast.ts';
import { say } from '../words/say.ts';
import { FlowPicture } from './FlowPicture.tsx';
import { FlowStateChip } from './FlowStateChip.tsx';

/** One flow in the list. */
export function FlowRow({ flow }: { readonly flow: FlowSummary }) {
  const navigate = useNavigate();
  const mayBuild = useMay('build');
  const setEnabled = useSetFlowEnabled();
  const remove = useDeleteFlow();
  const restore = useRestoreFlow();
  const open = () => void navigate(`/flows/${flow.id}`);

  function removeWithUndo() {
    remove.mutate(flow.id, {
      onSuccess: () =>
        toastUndo(say('flows.deleted', { name: flow.name }), () =>
          restore.mutate(flow.id, { onError: toastError }),
        ),
      onError: toastError,
    });
  }

  return (
    <TableRow onClick={open}>
      <TableCell className="w-full max-w-0">
        <Link
          to={`/flows/${flow.id}`}
          onClick={(event) => event.stopPropagation()}
          className="block truncate font-semibold no-underline hover:text-accent"
        >
          {flow.name}
        </Link>
        <FlowPicture nodeTypes={flow.nodeTypes} />
      </TableCell>
      <TableCell>
        <FlowStateChip flow={flow} />
      </TableCell>
      <TableCell>
        {flow.lastRun ? (
          <Link
            to={`/flows/${flow.id}?run=${flow.lastRun.id}`}
            onClick={(event) => event.stopPropagation()}
            className="flex items-center gap-2 rounded-r1 no-underline"
          >
            <RunStatusChip status={flow.lastRun.status} />
            <RelativeTime
              at={flow.lastRun.at}
              className="text-hint whitespace-nowrap text-muted underline"
            />
          </Link>
        ) : (
          <span className="text-faint">{say('settings.keys.never')}</span>
        )}
      </TableCell>
      <TableCell>
        {flow.recentFailures > 0 ? (
          <Link
            to={`/runs?flow=${flow.id}&status=failed`}
            onClick={(event) => event.stopPropagation()}
            className="font-semibold text-fail"
          >
            {flow.recentFailures}
          </Link>
        ) : (
          <span className="text-faint">0</span>
        )}
      </TableCell>
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
        <DropdownMenu
          trigger={
            <IconButton
              plain
              size="small"
              icon={<MoreHorizontal />}
              label={say('flows.more-for', { name: flow.name })}
            />
          }
          groups={[
            [
              { label: say('flows.open-designer'), icon: <PencilRuler />, onSelect: open },
              {
                label: say('flows.show-activity'),
                icon: <History />,
                onSelect: () => void navigate(`/runs?flow=${flow.id}`),
              },
            ],
            mayBuild
              ? [
                  {
                    label: say('ui.delete'),
                    icon: <Trash2 />,
                    tone: 'danger',
                    onSelect: removeWithUndo,
                  },
                ]
              : [],
          ]}
        />
      </TableCell>
    </TableRow>
  );
}
