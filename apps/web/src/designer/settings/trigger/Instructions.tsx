import type { Instruction, TriggerManifest } from '@sluice/schema';
import { CopyField } from '../../../ui/CopyField.tsx';
import { say } from '../../../words/say.ts';

/** Stands in the texts of a declaration for the URL. */
const URL_MARK = '{url}';

interface InstructionsProps {
  readonly manifest: TriggerManifest;
  /** The trigger's URL; undefined until it is known. */
  readonly url: string | undefined;
}

/** What to do in the other product, step by step, each value ready to copy. */
export function Instructions({ manifest, url }: InstructionsProps) {
  if (manifest.instructions.length === 0) return null;
  return (
    <section aria-labelledby="by-hand">
      <h3 id="by-hand" className="mb-3 font-semibold">
        {manifest.setup
          ? say('designer.settings.trigger.instructions.or-by-hand')
          : say('designer.settings.trigger.instructions.set-it-up')}
      </h3>
      <ol className="flex flex-col gap-5">
        {manifest.instructions.map((instruction, index) => (
          <Step key={instruction.title} instruction={instruction} number={index + 1} url={url} />
        ))}
      </ol>
    </section>
  );
}

interface StepProps {
  readonly instruction: Instruction;
  readonly number: number;
  readonly url: string | undefined;
}

function Step({ instruction, number, url }: StepProps) {
  return (
    <li className="flex gap-3">
      <span
        aria-hidden
        className="grid size-6 shrink-0 place-items-center rounded-full border bg-surface text-hint font-semibold"
      >
        {number}
      </span>
      <div className="flex min-w-0 flex-1 flex-col gap-2">
        <div>
          <h4 className="pt-0.5 font-medium">{instruction.title}</h4>
          {instruction.text !== undefined && (
            <p className="text-muted">{withUrl(instruction.text, url)}</p>
          )}
        </div>
        {instruction.values?.map(({ label, value }) => (
          <CopyField
            key={label}
            label={label}
            value={withUrl(value, url)}
            pending={url === undefined && value.includes(URL_MARK)}
          />
        ))}
      </div>
    </li>
  );
}

function withUrl(text: string, url: string | undefined): string {
  return text.replaceAll(URL_MARK, url ?? say('designer.settings.trigger.instructions.url-later'));
}
