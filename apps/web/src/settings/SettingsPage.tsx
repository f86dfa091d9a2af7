import { useLocation, useParams } from 'wouter';
import { useMay } from '../api/session.ts';
import { Page } from '../app/Page.tsx';
import { Tabs } from '../ui/Tabs.tsx';
import { say } from '../words/say.ts';
import { AccountSettings } from './AccountSettings.tsx';
import { ApiKeySettings } from './ApiKeySettings.tsx';
import { AuditLog } from './AuditLog.tsx';
import { RetentionSettings } from './RetentionSettings.tsx';
import { UserSettings } from './UserSettings.tsx';

/** One's own account, and for administrators everybody's. */
export function SettingsPage() {
  const { tab } = useParams();
  const [, navigate] = useLocation();
  const administers = useMay('administer');
  const tabs = [
    { id: 'account', label: say('app.user-menu.my-account'), content: <AccountSettings /> },
    { id: 'users', label: say('settings.users.title'), content: <UserSettings /> },
    { id: 'api-keys', label: say('settings.keys.title'), content: <ApiKeySettings /> },
    ...(administers
      ? [
          {
            id: 'retention',
            label: say('settings.retention.title'),
            content: <RetentionSettings />,
          },
          { id: 'audit', label: say('settings.audit.title'), content: <AuditLog /> },
        ]
      : []),
  ];
  return (
    <Page title={say('app.settings')}>
      <Tabs
        label={say('app.settings')}
        value={tabs.some((each) => each.id === tab) ? (tab ?? 'account') : 'account'}
        onChange={(id) => navigate(id === 'account' ? '/settings' : `/settings/${id}`)}
        panelClassName="pt-5"
        tabs={tabs}
      />
    </Page>
  );
}
