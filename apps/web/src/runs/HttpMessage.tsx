import { JsonView } from '../ui/JsonView.tsx';
import { say } from '../words/say.ts';
import { ValueView } from './ValueView.tsx';

interface HttpMessageProps {
  readonly title: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}

/** One half of an HTTP exchange: its headers and its body. */
export function HttpMessage({ title, headers, body }: HttpMessageProps) {
  const names = Object.keys(headers);
  const json = parsed(body);
  return (
    <section aria-label={title}>
      <h4 className="mb-1 text-hint font-semibold text-muted">{title}</h4>
      {names.length > 0 && (
        <dl className="mb-1.5 grid grid-cols-[max-content_minmax(0,1fr)] gap-x-3 font-mono text-hint leading-5">
          {names.map((name) => (
            <div key={name} className="col-span-2 grid grid-cols-subgrid">
              <dt className="text-muted">{name}</dt>
              <dd className="break-words">{headers[name]}</dd>
            </div>
          ))}
        </dl>
      )}
      {body !== undefined && body !== '' ? (
        json === undefined ? (
          <ValueView value={body} label={title} />
        ) : (
          <JsonView value={json} label={title} />
        )
      ) : (
        <p className="text-hint text-faint">{say('runs.http.no-body')}</p>
      )}
    </section>
  );
}

/** The body as JSON when it is a list or an object; a body that was cut is not JSON any more. */
function parsed(body: string | undefined): object | undefined {
  try {
    const value: unknown = JSON.parse(body ?? '');
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}
