import { useSession } from '../api/session.ts';
import { Card } from '../ui/Card.tsx';
import { ChangePasswordForm } from './ChangePasswordForm.tsx';
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
        <Card title="Profile" description="An administrator can change these.">
          <dl className="grid grid-cols-[max-content_1fr] gap-x-6 gap-y-2">
            <dt className="text-muted">Name</dt>
            <dd className="font-medium break-words">{user.name}</dd>
            <dt className="text-muted">Email</dt>
            <dd className="break-words">{user.email}</dd>
            <dt className="text-muted">Role</dt>
            <dd>
              {roleLook[user.role].label}
              <span className="block text-hint text-muted">{roleLook[user.role].meaning}</span>
            </dd>
          </dl>
        </Card>
        <Card title="Theme" description="Kept in this browser.">
          <ThemePicker />
        </Card>
      </div>
      <Card title="Password">
        <ChangePasswordForm />
      </Card>
    </div>
  );
}
