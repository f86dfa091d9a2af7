import { CircleDot, PencilLine, Power } from 'lucide-react';
import { Chip } from '../../ui/Chip.tsx';
import { usePublication } from './use-publication.ts';

/** Whether signals run this flow now, and which version of it. */
export function StateChip() {
  const { publishedVersion, enabled } = usePublication();
  if (publishedVersion === undefined) {
    return (
      <Chip tone="plain" icon={<PencilLine aria-hidden />}>
        Draft
      </Chip>
    );
  }
  return enabled ? (
    <Chip tone="ok" icon={<CircleDot aria-hidden />}>
      Live · v{publishedVersion}
    </Chip>
  ) : (
    <Chip tone="skip" icon={<Power aria-hidden />}>
      Off · v{publishedVersion}
    </Chip>
  );
}
