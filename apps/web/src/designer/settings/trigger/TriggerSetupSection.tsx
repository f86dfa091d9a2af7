import { type FormEvent, useState } from 'react';
import { Check, Wand2 } from 'lucide-react';
import type { TriggerManifest, TriggerNode, TriggerSetup } from '@sluice/schema';
import { useConnections } from '../../../api/connections.ts';
import { useCreateTriggerSetup, useRemoveTriggerSetup } from '../../../api/flow-triggers.ts';
import { useConnectorOf } from '../../../catalogue/use-catalogue.ts';
import { Button } from '../../../ui/Button.tsx';
import { ErrorBanner } from '../../../ui/ErrorBanner.tsx';
import { RelativeTime } from '../../../ui/RelativeTime.tsx';
import { Select } from '../../../ui/Select.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { say, sayRich } from '../../../words/say.ts';
import { useMayBuild } from '../../state/may-build.ts';
import type { SavedTrigger } from './use-saved-trigger.ts';

interface TriggerSetupSectionProps {
  readonly node: TriggerNode;
  readonly setup: NonNullable<TriggerManifest['setup']>;
  readonly saved: SavedTrigger;
}

/** One button that makes the set-up in the other product, what it made, and the way to undo it. */
export function TriggerSetupSection({ node, setup, saved }: TriggerSetupSectionProps) {
  const made = saved.detail?.setup;
  return (
    <section aria-labelledby="set-up" className="rounded-r2 border bg-surface p-4">
      <h3 id="set-up" className="flex items-center gap-2 font-semibold">
        {made ? (
          <Check className="size-4 text-ok" aria-hidden />
        ) : (
          <Wand2 className="size-4 text-accent" aria-hidden />
        )}
        {made
          ? say('designer.settings.trigger.setup.made')
          : say('designer.settings.trigger.setup.with-button')}
      </h3>
      {made ? <Made made={made} saved={saved} /> : <Make node={node} setup={setup} saved={saved} />}
    </section>
  );
}

function Make({ node, setup, saved }: TriggerSetupSectionProps) {
  const connector = useConnectorOf(node.type);
  const fitting = (useConnections().data ?? []).filter((each) => each.type === connector?.id);
  const create = useCreateTriggerSetup(saved.place);
  const mayBuild = useMayBuild();
  const [chosen, setChosen] = useState<string>();
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const connectionId = chosen ?? node.connectionId ?? fitting[0]?.id;
  const needsName = saved.node?.settings.authentication === 'basic';
  const isSaved =
    saved.detail && saved.node?.settings.authentication === node.settings.authentication;
  const isReady = connectionId && isSaved && (!needsName || (username && password));

  function submit(event: FormEvent) {
    event.preventDefault();
    if (!connectionId) return;
    create.mutate({ connectionId, ...(needsName && { basic: { username, password } }) });
  }

  return (
    <form onSubmit={submit} className="mt-1 flex flex-col gap-3">
      <p className="text-muted">{setup.help}</p>
      {fitting.length === 0 ? (
        <p className="text-muted">
          {say('designer.settings.trigger.setup.needs-connection', {
            connection: connector?.connection?.label ?? connector?.label ?? '',
          })}
        </p>
      ) : (
        <Select
          label={say('designer.settings.trigger.setup.through')}
          value={connectionId}
          onChange={setChosen}
          options={fitting.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      {needsName && (
        <div className="grid grid-cols-2 gap-3">
          <TextField
            label={say('designer.settings.trigger.setup.user-name')}
            value={username}
            onChange={setUsername}
            autoComplete="off"
          />
          <TextField
            label={say('ui.password')}
            type="password"
            value={password}
            onChange={setPassword}
            autoComplete="new-password"
          />
        </div>
      )}
      {!isSaved && (
        <p className="text-hint text-muted">{say('designer.settings.trigger.setup.save-first')}</p>
      )}
      <ErrorBanner error={create.error} />
      <Button
        type="submit"
        className="self-start"
        variant="primary"
        busy={create.isPending}
        disabled={!isReady || !mayBuild}
      >
        {setup.label}
      </Button>
    </form>
  );
}

function Made({ made, saved }: { readonly made: TriggerSetup; readonly saved: SavedTrigger }) {
  const remove = useRemoveTriggerSetup(saved.place);
  const connection = useConnections().data?.find((each) => each.id === made.connectionId);
  const mayBuild = useMayBuild();
  return (
    <div className="mt-1 flex flex-col gap-3">
      <p className="text-muted">
        {sayRich(
          connection
            ? 'designer.settings.trigger.setup.made-through'
            : 'designer.settings.trigger.setup.made-through-unknown',
          {
            when: <RelativeTime at={made.createdAt} />,
            ...(connection && { connection: connection.name }),
          },
        )}
      </p>
      <ul className="flex flex-col gap-2">
        {made.created.map((thing) => (
          <li key={thing.id} className="rounded-r1 border px-3 py-2">
            <p className="font-medium">{thing.label}</p>
            <p className="text-hint break-words text-muted">{thing.detail}</p>
          </li>
        ))}
      </ul>
      <ErrorBanner error={remove.error} />
      <Button
        className="self-start"
        busy={remove.isPending}
        disabled={!mayBuild}
        onClick={() => remove.mutate()}
      >
        {say('designer.settings.trigger.setup.remove')}
      </Button>
    </div>
  );
}
