import {
  type TriggerAuthentication,
  type TriggerNode,
  triggerAuthentications,
} from '@sluice/schema';
import { useUsers } from '../../../api/users.ts';
import { Select } from '../../../ui/Select.tsx';
import { say } from '../../../words/say.ts';
import { authenticationWords } from './authentication-words.ts';

interface AuthenticationFieldsProps {
  readonly node: TriggerNode;
  readonly onChange: (node: TriggerNode) => void;
}

const CREATOR = 'creator';

/** As whom runs act, and how a caller proves that it may call. */
export function AuthenticationFields({ node, onChange }: AuthenticationFieldsProps) {
  const users = useUsers().data ?? [];
  const { authentication, authenticatingUserId } = node.settings;
  const chosen = users.find((user) => user.id === authenticatingUserId);

  function chooseUser(id: string) {
    const { authenticatingUserId: _old, ...settings } = node.settings;
    onChange({
      ...node,
      settings: id === CREATOR ? settings : { ...settings, authenticatingUserId: id },
    });
  }

  return (
    <div className="grid grid-cols-2 gap-3.5 max-[599px]:grid-cols-1">
      <Select
        label={say('designer.settings.trigger.authentication.user')}
        value={authenticatingUserId ?? CREATOR}
        onChange={chooseUser}
        hint={
          chosen?.disabled
            ? say('designer.settings.trigger.authentication.user-disabled')
            : say('designer.settings.trigger.authentication.user-hint')
        }
        options={[
          { value: CREATOR, label: say('designer.settings.trigger.authentication.creator') },
          ...users.map((user) => ({
            value: user.id,
            label: user.disabled
              ? say('designer.settings.trigger.authentication.disabled-named', { name: user.name })
              : user.name,
            hint:
              user.kind === 'integration'
                ? say('settings.users.integration')
                : (user.email ?? say('settings.users.person')),
          })),
        ]}
      />
      <Select<TriggerAuthentication>
        label={say('designer.settings.trigger.authentication.method')}
        value={authentication}
        onChange={(method) =>
          onChange({ ...node, settings: { ...node.settings, authentication: method } })
        }
        hint={authenticationWords[authentication].sentence}
        options={triggerAuthentications.map((method) => ({
          value: method,
          label: authenticationWords[method].label,
          hint: authenticationWords[method].sentence,
        }))}
      />
    </div>
  );
}
