import { useLocation, useParams } from 'wouter';
import { Page } from '../app/Page.tsx';
import { Tabs } from '../ui/Tabs.tsx';
import { say } from '../words/say.ts';
import { ConnectionList } from './ConnectionList.tsx';
import { ConstantList } from './ConstantList.tsx';

/** Connections to other systems, and the constants that flows share. */
export function ConnectionsPage() {
  const { tab } = useParams();
  const [, navigate] = useLocation();
  return (
    <Page title={say('app.connections')} description={say('connections.description')}>
      <Tabs
        label={say('connections.tabs')}
        value={tab === 'constants' ? 'constants' : 'connections'}
        onChange={(id) => navigate(id === 'constants' ? '/connections/constants' : '/connections')}
        panelClassName="pt-5"
        tabs={[
          { id: 'connections', label: say('app.connections'), content: <ConnectionList /> },
          { id: 'constants', label: say('connections.constants.title'), content: <ConstantList /> },
        ]}
      />
    </Page>
  );
}
