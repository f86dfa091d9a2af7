import { useNavigate, useParams } from 'react-router';
import { Page } from '../app/Page.tsx';
import { Tabs } from '../ui/Tabs.tsx';
import { ConnectionList } from './ConnectionList.tsx';
import { ConstantList } from './ConstantList.tsx';

/** Connections to other systems, and the constants that flows share. */
export function ConnectionsPage() {
  const { tab } = useParams();
  const navigate = useNavigate();
  return (
    <Page
      title="Connections"
      description="What flows use to reach other systems, and values they share."
    >
      <Tabs
        label="Connections and constants"
        value={tab === 'constants' ? 'constants' : 'connections'}
        onChange={(id) =>
          void navigate(id === 'constants' ? '/connections/constants' : '/connections')
        }
        panelClassName="pt-5"
        tabs={[
          { id: 'connections', label: 'Connections', content: <ConnectionList /> },
          { id: 'constants', label: 'Constants', content: <ConstantList /> },
        ]}
      />
    </Page>
  );
}
