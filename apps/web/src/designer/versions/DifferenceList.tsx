import { type DrawingDifference, isSame } from './compare-drawings.ts';

interface DifferenceListProps {
  readonly difference: DrawingDifference;
  /** What is said when nothing differs. */
  readonly same: string;
}

/** What differs between two drawings, in a few lines. */
export function DifferenceList({ difference, same }: DifferenceListProps) {
  if (isSame(difference)) return <p className="text-muted">{same}</p>;
  const { added, removed, changed, rewired } = difference;
  return (
    <ul className="grid gap-1">
      <Line sign="+" tone="text-ok" word="Added" names={added} />
      <Line sign="−" tone="text-fail" word="Removed" names={removed} />
      <Line sign="~" tone="text-wait" word="Changed" names={changed} />
      {rewired && (
        <li>
          <b className="mr-2 font-mono font-semibold text-wait" aria-hidden>
            ⇄
          </b>
          The connections differ
        </li>
      )}
    </ul>
  );
}

interface LineProps {
  readonly sign: string;
  readonly tone: string;
  readonly word: string;
  readonly names: readonly string[];
}

const SHOWN = 6;

function Line({ sign, tone, word, names }: LineProps) {
  if (names.length === 0) return null;
  const rest = names.length - SHOWN;
  return (
    <li>
      <b className={`mr-2 font-mono font-semibold ${tone}`} aria-hidden>
        {sign}
      </b>
      {word}: <span className="text-muted">{names.slice(0, SHOWN).join(', ')}</span>
      {rest > 0 && <span className="text-faint"> and {rest} more</span>}
    </li>
  );
}
