import { useNavigate, useParams } from 'react-router';
import { useMay } from '../api/session.ts';
import { Page } from '../app/Page.tsx';
import { Tabs } from '../ui/Tabs.tsx';
import { AccountSettings } from './AccountSettings.tsx';
import { ApiKeySettings } from './ApiKeySettings.tsx';
import { AuditLog } from './AuditLog.tsx';
import { RetentionSettings } from './RetentionSettings.tsx';
import { UserSettings } from './UserSettings.tsx';

/** One's own account, and for administrators everybody's. */
export function SettingsPage() {
  const { tab } = useParams();
  const navigate = useNavigate();
  const administers = useMay('administer');
  const tabs = [
    { id: 'account', label: 'My account', content: <AccountSettings /> },
    { id: 'users', label: 'Users', content: <UserSettings /> },
    { id: 'api-keys', label: 'API keys', content: <ApiKeySettings /> },
    ...(administers
      ? [
          { id: 'retention', label: 'Retention', content: <RetentionSettings /> },
          { id: 'audit', label: 'Audit log', content: <AuditLog /> },
        ]
      : []),
  ];
  return (
    <Page title="Settings">
      <Tabs
        label="Settings"
        value={tabs.some((each) => each.id === tab) ? (tab ?? 'account') : 'account'}
        onChange={(id) => void navigate(id === 'account' ? '/settings' : `/settings/${id}`)}
        panelClassName="pt-5"
        tabs={tabs}
      />
    </Page>
  );
}
