import { say } from '../words/say.ts';

/** The lines a step wrote while it ran. */
export function StepLog({ log }: { readonly log: readonly string[] }) {
  if (log.length === 0) return <p className="p-3 text-muted">{say('runs.step.wrote-nothing')}</p>;
  return (
    <ol className="p-3 font-mono text-hint leading-5">
      {log.map((line, index) => (
        <li key={index} className="flex gap-3">
          <span className="w-6 shrink-0 text-right text-faint select-none">{index + 1}</span>
          <span className="min-w-0 break-words whitespace-pre-wrap">{line}</span>
        </li>
      ))}
    </ol>
  );
}
