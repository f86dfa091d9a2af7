import { type NameValue, StepError } from '@sluice/connector-kit';
import { encodePairs } from './encode-pairs.ts';

/**
 * The address of a request with its query: a whole URL, or a path that begins with `/`. Names and
 * values of the query are percent-encoded; one name may come several times.
 */
export function requestAddress(url: string, query: readonly NameValue[]): string {
  // What a URL parser would pass over must not hide what it then reads.
  const given =
    url
      .replace(/[\t\r\n]/g, '')
      .trim()
      .split('#', 1)[0] ?? '';
  const isWhole = /^[a-z][a-z0-9+.-]*:/i.test(given);
  const address = isWhole || given.startsWith('/') ? given : `/${given}`;
  refuseSteps(isWhole ? address.replace(/^[^/\\]*[/\\]+[^/\\?]*/, '') : address);
  const pairs = encodePairs(query);
  return pairs === '' ? address : `${address}${address.includes('?') ? '&' : '?'}${pairs}`;
}

/** `..` would lead out of what the builder wrote, and no escaping could stop it. */
function refuseSteps(address: string): void {
  const [path = ''] = address.split('?', 1);
  const climbs = path.split(/[/\\]/).some((part) => /^(?:\.|%2e){1,2}$/i.test(part));
  if (!climbs) return;
  throw new StepError({
    code: 'invalid-input',
    message: 'The path of the URL holds a “.” or “..” of its own, which would lead elsewhere.',
    hint: 'Write the path out. If it comes from a pill, look at the value that it brought.',
    input: 'url',
  });
}
