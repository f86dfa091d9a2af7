import { Blocks } from 'lucide-react';
import { EmptyState } from '../../ui/EmptyState.tsx';

/** The palette's place for connectors of one's own. */
export function CustomTab() {
  return (
    <EmptyState icon={<Blocks />} title="Your own steps">
      Connectors that are added to this server for you alone stand here. A connector is one folder;
      the README says how to write it.
    </EmptyState>
  );
}
