import { Blocks, Cable, ChevronDown, Variable } from 'lucide-react';
import { useLocation } from 'wouter';
import { Button } from '../../ui/Button.tsx';
import { DropdownMenu } from '../../ui/DropdownMenu.tsx';
import { say } from '../../words/say.ts';

/** The ways to what flows share: connections and constants. The draft is saved on the way out. */
export function ComponentsMenu() {
  const [, navigate] = useLocation();
  return (
    <DropdownMenu
      trigger={
        <Button variant="ghost" aria-label={say('designer.header.components')}>
          <Blocks aria-hidden className="min-[1280px]:hidden" />
          <span className="max-[1279px]:hidden">{say('designer.header.components')}</span>
          <ChevronDown aria-hidden className="-mr-1" />
        </Button>
      }
      groups={[
        [
          {
            label: say('app.connections'),
            icon: <Cable aria-hidden />,
            onSelect: () => navigate('/connections'),
          },
          {
            label: say('connections.constants.title'),
            icon: <Variable aria-hidden />,
            onSelect: () => navigate('/connections/constants'),
          },
        ],
      ]}
    />
  );
}
