import type { FloodControl } from '@sluice/schema';
import { classNames } from '../../../ui/class-names.ts';
import { listText, unitText } from '../../../words/format.ts';
import { sayRich } from '../../../words/say.ts';
import { durationWords } from '../step/describe-retry.ts';

interface FloodPictureProps {
  readonly floodControl: FloodControl;
  readonly outputs: readonly { readonly name: string; readonly label: string }[];
}

const MOST_DOTS = 12;
const SUPPRESSED_DOTS = 4;

/** Flood control in a sentence and a row of signals: the ones that start a run, then the ones that do not. */
export function FloodPicture({ floodControl, outputs }: FloodPictureProps) {
  const { threshold, periodSeconds, correlateBy } = floodControl;
  const names = correlateBy.map(
    (name) => outputs.find((output) => output.name === name)?.label ?? name,
  );
  const run = Math.min(threshold, MOST_DOTS);
  return (
    <figure className="rounded-r2 bg-sunken px-4 py-3.5">
      <div aria-hidden className="mb-2.5 flex items-center gap-2">
        {Array.from({ length: run }, (_, index) => (
          <Dot key={index} className="border-ok bg-ok" />
        ))}
        {threshold > MOST_DOTS && <span className="text-muted">…</span>}
        <span className="mx-1 h-6 w-px bg-line-field" />
        {Array.from({ length: SUPPRESSED_DOTS }, (_, index) => (
          <Dot key={index} className="border-dashed border-skip" />
        ))}
        <span className="ml-2 text-hint text-muted">
          {periodSeconds < 90 ? unitText(periodSeconds, 'second') : durationWords(periodSeconds)}
        </span>
      </div>
      <figcaption>
        {sayRich(
          names.length === 0
            ? 'designer.settings.trigger.flood.picture-all'
            : 'designer.settings.trigger.flood.picture',
          {
            b: <b className="font-semibold" />,
            threshold,
            period: unitText(periodSeconds, 'second'),
            ...(names.length > 0 && { names: listText(names) }),
          },
        )}
      </figcaption>
    </figure>
  );
}

function Dot({ className }: { readonly className: string }) {
  return <span className={classNames('size-3.5 rounded-full border-2', className)} />;
}
