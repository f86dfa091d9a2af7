import { type Pill, asText, valueOf } from '@sluice/schema';
import { say } from '../../words/say.ts';
import { useMapping } from './mapping.ts';

const CUT_AT = 600;

const origins = {
  pinned: say('designer.pinned.value'),
  run: say('designer.mapping.value-of.run'),
  signal: say('designer.mapping.value-of.signal'),
  sample: say('designer.mapping.value-of.sample'),
} as const;

/** The value that a pill stands for now, written as the pill writes it. */
export function PillValue({ pill }: { readonly pill: Pill }) {
  const { sources, lookup } = useMapping();
  const source = sources.find((each) => each.nodeId === pill.nodeId);
  const text = asText(valueOf(pill, lookup));
  return (
    <div>
      <p className="text-hint text-muted">
        {source?.tone === 'constant'
          ? say('designer.mapping.value-of.none')
          : origins[source?.origin ?? 'sample']}
      </p>
      <p className="mt-1 max-h-32 overflow-y-auto rounded-r1 bg-sunken px-2 py-1.5 font-mono text-hint break-words whitespace-pre-wrap">
        {text === '' ? (
          <span className="font-sans text-faint">{say('designer.mapping.empty')}</span>
        ) : (
          text.slice(0, CUT_AT)
        )}
        {text.length > CUT_AT && '…'}
      </p>
    </div>
  );
}
