import { Blocks } from 'lucide-react';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { say } from '../../words/say.ts';

/** The palette's place for connectors of one's own. */
export function CustomTab() {
  return (
    <EmptyState icon={<Blocks />} title={say('designer.palette.own.title')}>
      {say('designer.palette.own.text')}
    </EmptyState>
  );
}
