import type { FieldExample, FieldManifest } from '@sluice/schema';
import { say } from '../../../words/say.ts';

interface ExamplesProps {
  readonly field: FieldManifest;
  readonly onChoose: (example: FieldExample) => void;
}

const LONGEST = 40;

/** What an input may hold, each put in at a press. */
export function Examples({ field, onChoose }: ExamplesProps) {
  const { examples = [], label } = field;
  return (
    <ul
      aria-label={say('designer.settings.step.examples-of', { name: label })}
      className="flex flex-wrap items-center gap-1 text-hint"
    >
      {examples.map((example, index) => (
        <li key={`${index} ${example.label ?? example.text}`} className="min-w-0">
          <button
            type="button"
            title={example.text}
            aria-label={say('designer.settings.step.example', {
              text: nameOf(example),
              name: label,
            })}
            onClick={() => onChoose(example)}
            className="max-w-full truncate rounded-full border border-dashed border-line-strong px-2 py-px text-muted hover:border-solid hover:border-line-field hover:text-ink"
          >
            {example.label ?? <code>{nameOf(example)}</code>}
            {example.label !== undefined && isShort(example.text) && (
              <code className="ml-1.5 text-faint">{example.text}</code>
            )}
          </button>
        </li>
      ))}
    </ul>
  );
}

function nameOf({ label, text = '' }: FieldExample): string {
  return label ?? (text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text);
}

/** One line that fits beside its label. */
function isShort(text: string | undefined): boolean {
  return text !== undefined && text.length <= 20 && !text.includes('\n');
}
