import { useId } from 'react';
import { CircleAlert } from 'lucide-react';
import { Dialog } from 'radix-ui';
import { useConnections } from '../../api/connections.ts';
import { NodeTile } from '../../catalogue/NodeTile.tsx';
import {
  useConnectorOf,
  useStepManifest,
  useTriggerManifest,
} from '../../catalogue/use-catalogue.ts';
import { say } from '../../words/say.ts';
import { useMayBuild } from '../state/may-build.ts';
import type { NodeDraft } from './use-node-draft.ts';

/** What is being set up: its tile, its label to change, what it does, and the connection it uses. */
export function SettingsHeader({ draft }: { readonly draft: NodeDraft }) {
  const { node, labelProblem } = draft;
  const id = useId();
  const step = useStepManifest(node.type);
  const trigger = useTriggerManifest(node.type);
  const connector = useConnectorOf(node.type);
  const mayBuild = useMayBuild();
  const manifest = step ?? trigger;
  return (
    <header className="flex shrink-0 items-center gap-3 px-5 pt-4 pb-2">
      <NodeTile type={node.type} size="large" />
      <div className="min-w-0 flex-1">
        <Dialog.Title className="sr-only">
          {say('designer.settings.title', { name: node.name || (manifest?.label ?? '') })}
        </Dialog.Title>
        <input
          data-node-label
          aria-label={say('designer.settings.label')}
          aria-invalid={labelProblem !== undefined}
          aria-describedby={labelProblem === undefined ? undefined : id}
          title={say('designer.settings.label-hint')}
          readOnly={!mayBuild}
          value={node.name}
          maxLength={120}
          size={Math.min(60, Math.max(12, node.name.length))}
          onChange={(event) => draft.change({ ...node, name: event.target.value })}
          className="-ml-[7px] h-7 max-w-full rounded-r1 border border-transparent bg-surface px-1.5 text-title font-semibold hover:border-line-strong focus:border-focus focus:outline-2 focus:-outline-offset-1 focus:outline-focus aria-invalid:border-fail"
        />
        {labelProblem === undefined ? (
          <Dialog.Description className="truncate text-muted">
            {[connector?.label, manifest?.summary].filter(Boolean).join(' · ') ||
              say('designer.settings.unknown-type', { type: node.type })}
          </Dialog.Description>
        ) : (
          <p id={id} role="alert" className="flex items-center gap-1 text-hint text-fail">
            <CircleAlert className="size-3.5" aria-hidden />
            {labelProblem}
          </p>
        )}
      </div>
      <ConnectionName node={node} wanted={manifest?.connection} />
    </header>
  );
}

interface ConnectionNameProps {
  readonly node: NodeDraft['node'];
  readonly wanted: 'required' | 'optional' | 'none' | undefined;
}

function ConnectionName({ node, wanted }: ConnectionNameProps) {
  const { data } = useConnections();
  if (wanted === undefined || wanted === 'none') return null;
  const connection = data?.find((each) => each.id === node.connectionId);
  const missing = say(
    wanted === 'required'
      ? 'designer.settings.connection.not-chosen'
      : 'designer.settings.connection.none-chosen',
  );
  return (
    <p className="max-w-72 truncate text-muted">
      {say('designer.settings.connection.title-colon')}{' '}
      {connection ? (
        <b className="font-semibold text-ink">{connection.name}</b>
      ) : node.connectionId !== undefined && data ? (
        <b className="font-semibold text-fail">{say('designer.settings.connection.deleted')}</b>
      ) : (
        <span className={wanted === 'required' ? 'font-medium text-fail' : ''}>{missing}</span>
      )}
    </p>
  );
}
