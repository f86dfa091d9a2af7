import { useMemo, useState } from 'react';
import { Download } from 'lucide-react';
import { JsonView } from '../ui/JsonView.tsx';
import { say } from '../words/say.ts';

const CUT_AT = 400;
/** Characters beyond which a value is cut on the screen for good, and downloaded to be read whole. */
const LONGEST_DRAWN = 20_000;

interface ValueViewProps {
  readonly value: unknown;
  readonly label: string;
  /** Where it can be downloaded whole. */
  readonly href?: string;
}

/** One value of a run: text as it is, cut when long; lists and objects as a tree. */
export function ValueView({ value, label, href }: ValueViewProps) {
  const [whole, setWhole] = useState(false);
  const text = useMemo(() => textOf(value), [value]);
  if (value === undefined || value === null)
    return <span className="text-faint">{say('runs.value.none')}</span>;
  if (value === '') return <span className="text-faint">{say('runs.value.empty')}</span>;

  const isTooLong = href !== undefined && text.length > LONGEST_DRAWN;
  const download = isTooLong && <WholeValue href={href} length={text.length} />;
  if (typeof value === 'object') {
    return (
      <>
        <JsonView value={value} label={label} />
        {download}
      </>
    );
  }
  const isCut = !whole && text.length > CUT_AT;
  return (
    <span className="font-mono text-hint leading-5 break-words whitespace-pre-wrap">
      {isCut ? `${text.slice(0, isTooLong ? LONGEST_DRAWN / 10 : CUT_AT)} …` : text}
      {isCut && !isTooLong && (
        <button
          type="button"
          onClick={() => setWhole(true)}
          className="ml-2 font-sans text-accent underline"
        >
          {say('ui.json.show-all', { count: text.length })}
        </button>
      )}
      {download}
    </span>
  );
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
}

function WholeValue({ href, length }: { readonly href: string; readonly length: number }) {
  return (
    <span className="mt-1 flex items-center gap-2 font-sans text-hint text-muted">
      {say('runs.value.characters', { count: length })}
      <a href={href} download className="inline-flex items-center gap-1 text-accent underline">
        <Download className="size-3.5" aria-hidden />
        {say('runs.value.download-whole')}
      </a>
    </span>
  );
}
