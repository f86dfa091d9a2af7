import { useSession } from '../api/session.ts';
import { Card } from '../ui/Card.tsx';
import { say } from '../words/say.ts';
import { ChangePasswordForm } from './ChangePasswordForm.tsx';
import { LanguagePicker } from './LanguagePicker.tsx';
import { ThemePicker } from './ThemePicker.tsx';
import { roleLook } from './role-look.ts';

/** Who one is, how the screens look, and the password. */
export function AccountSettings() {
  const { data: session } = useSession();
  if (!session) return null;
  const { user } = session;
  return (
    <div className="grid max-w-4xl items-start gap-5 lg:grid-cols-2">
      <div className="flex flex-col gap-5">
        <Card
          title={say('settings.account.profile')}
          description={say('settings.account.profile-hint')}
        >
          <dl className="grid grid-cols-[max-content_1fr] gap-x-6 gap-y-2">
            <dt className="text-muted">{say('ui.name')}</dt>
            <dd className="font-medium break-words">{user.name}</dd>
            <dt className="text-muted">{say('ui.email')}</dt>
            <dd className="break-words">{user.email}</dd>
            <dt className="text-muted">{say('ui.role')}</dt>
            <dd>
              {roleLook[user.role].label}
              <span className="block text-hint text-muted">{roleLook[user.role].meaning}</span>
            </dd>
          </dl>
        </Card>
        <Card
          title={say('settings.theme.title')}
          description={say('settings.account.kept-in-browser')}
        >
          <ThemePicker />
        </Card>
        <Card
          title={say('settings.account.language')}
          description={say('settings.account.kept-in-browser')}
        >
          <LanguagePicker />
        </Card>
      </div>
      <Card title={say('ui.password')}>
        <ChangePasswordForm />
      </Card>
    </div>
  );
}
