import { CircleHelp, Compass, Keyboard } from 'lucide-react';
import { DropdownMenu } from '../../ui/DropdownMenu.tsx';
import { say } from '../../words/say.ts';
import { useScreen } from '../state/use-screen.ts';

/** Where help is: the list of keys, and the tour. */
export function HelpMenu() {
  const open = useScreen((screen) => screen.open);
  const showTour = useScreen((screen) => screen.showTour);
  return (
    <DropdownMenu
      side="top"
      align="start"
      trigger={
        <button type="button" data-tour="help" aria-label={say('designer.tour.help')}>
          <CircleHelp aria-hidden />
        </button>
      }
      groups={[
        [
          {
            label: say('designer.commands.shortcuts'),
            icon: <Keyboard aria-hidden />,
            hint: '?',
            // Closing the menu gives the focus back first.
            onSelect: () => requestAnimationFrame(() => open({ name: 'shortcuts' })),
          },
          {
            label: say('designer.tour.again'),
            icon: <Compass aria-hidden />,
            onSelect: () => requestAnimationFrame(() => showTour(0)),
          },
        ],
      ]}
    />
  );
}
