import { Compass, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useSession } from '../../api/session.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { classNames } from '../../ui/class-names.ts';
import { say } from '../../words/say.ts';
import { useDesigner } from '../state/designer-context.ts';
import { useMayBuild } from '../state/may-build.ts';
import { useScreen } from '../state/use-screen.ts';
import { rememberOffer, wasOffered } from './tour-memory.ts';

/** Offers the tour to whoever opens a designer for the first time. It takes no focus and waits. */
export function TourOffer() {
  const { announcements } = useDesigner();
  const mayBuild = useMayBuild();
  const userId = useSession().data?.user.id;
  const start = useScreen((screen) => screen.showTour);
  const isBeneathBanner = useScreen((screen) => screen.watchedRunId !== undefined);
  const [isDue, setDue] = useState(
    () => mayBuild && userId !== undefined && !wasOffered(userId, localStorage),
  );
  useEffect(() => {
    if (!isDue || userId === undefined) return;
    rememberOffer(userId, localStorage);
    announcements.getState().say(say('designer.tour.offer.aloud'));
  }, [isDue, userId, announcements]);
  if (!isDue) return null;
  return (
    <section
      aria-label={say('designer.tour.offer.title')}
      onKeyDown={(event) => event.key === 'Escape' && setDue(false)}
      className={classNames(
        'absolute left-3 z-10 flex max-w-[calc(100%-24px)] animate-pop items-center gap-3 rounded-r2 border bg-raised py-2 pr-2 pl-3.5 shadow-2',
        isBeneathBanner ? 'top-14' : 'top-3',
      )}
    >
      <Compass className="size-5 shrink-0 text-accent" aria-hidden />
      <p className="min-w-0">
        <span className="block font-semibold">{say('designer.tour.offer.title')}</span>
        <span className="block text-hint text-muted">{say('designer.tour.offer.text')}</span>
      </p>
      <Button
        size="small"
        variant="primary"
        className="ml-2 shrink-0"
        onClick={() => {
          setDue(false);
          start(0);
        }}
      >
        {say('designer.tour.offer.start')}
      </Button>
      <IconButton
        size="small"
        label={say('designer.tour.offer.later')}
        icon={<X />}
        onClick={() => setDue(false)}
      />
    </section>
  );
}
