import type { FlowSummary } from '@sluice/schema';
import {
  Copy,
  FileDown,
  History,
  MoreHorizontal,
  PencilLine,
  PencilRuler,
  Tag,
  Trash2,
} from 'lucide-react';
import { useLocation } from 'wouter';
import { useMay } from '../api/session.ts';
import { DropdownMenu } from '../ui/DropdownMenu.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { keyName } from '../ui/key-name.ts';
import { say } from '../words/say.ts';
import { exportFlow } from './export-flow.ts';

interface FlowMenuProps {
  readonly flow: FlowSummary;
  readonly onRename: () => void;
  readonly onTags: () => void;
  readonly onDuplicate: () => void;
  readonly onDelete: () => void;
}

/** What can be done with a flow of the list. */
export function FlowMenu({ flow, onRename, onTags, onDuplicate, onDelete }: FlowMenuProps) {
  const [, navigate] = useLocation();
  const mayBuild = useMay('build');
  return (
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
          {
            label: say('flows.open-designer'),
            icon: <PencilRuler />,
            onSelect: () => navigate(`/flows/${flow.id}`),
          },
          {
            label: say('flows.show-activity'),
            icon: <History />,
            onSelect: () => navigate(`/runs?flow=${flow.id}`),
          },
          {
            label: say('flows.export'),
            icon: <FileDown />,
            onSelect: () => void exportFlow(flow),
          },
        ],
        mayBuild
          ? [
              {
                label: say('flows.menu.rename'),
                icon: <PencilLine />,
                hint: 'F2',
                onSelect: onRename,
              },
              { label: say('flows.menu.tags'), icon: <Tag />, onSelect: onTags },
              { label: say('flows.menu.duplicate'), icon: <Copy />, onSelect: onDuplicate },
            ]
          : [],
        mayBuild
          ? [
              {
                label: say('ui.delete'),
                icon: <Trash2 />,
                tone: 'danger',
                hint: keyName('Del'),
                onSelect: onDelete,
              },
            ]
          : [],
      ]}
    />
  );
}
