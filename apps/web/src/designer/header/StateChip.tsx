import { CircleDot, PencilLine, Power } from 'lucide-react';
import { Chip } from '../../ui/Chip.tsx';
import { say } from '../../words/say.ts';
import { usePublication } from './use-publication.ts';

/** Whether signals run this flow now, and which version of it. */
export function StateChip() {
  const { publishedVersion, enabled } = usePublication();
  if (publishedVersion === undefined) {
    return (
      <Chip tone="plain" icon={<PencilLine aria-hidden />}>
        {say('flows.state.draft')}
      </Chip>
    );
  }
  return enabled ? (
    <Chip tone="ok" icon={<CircleDot aria-hidden />}>
      {say('flows.state.live', { version: publishedVersion })}
    </Chip>
  ) : (
    <Chip tone="skip" icon={<Power aria-hidden />}>
      {say('flows.state.off', { version: publishedVersion })}
    </Chip>
  );
}
