/** Milliseconds until a file that could not be had is asked for again; a server that restarts is back by then. */
const PAUSES = [200, 800, 3000];

/** A file of this page that could not be had: it is no longer on the server, or that does not answer. */
export class MissingFile extends Error {
  override name = 'MissingFile';

  /** The answer's HTTP status, if there was one. */
  readonly status?: number;

  constructor(url: string, { status, cause }: { status?: number; cause?: unknown } = {}) {
    super(`${url} could not be fetched.`, { cause });
    if (status !== undefined) this.status = status;
  }
}

const NOT_FOUND = 404;

/** The page's files that are here or on their way, by their addresses. */
const files = new Map<string, Promise<void>>();

/**
 * What a script holds, imported once its file and all that it needs are here; takes the files' paths from
 * the root of the site. The build has every `import()` done by this.
 *
 * A browser asks for a module only once: what failed then fails for as long as the page is open, and so
 * does all that needs it. So once there is something to lose, no module is imported before its file is
 * known to be here.
 */
export async function importScript<T>(
  load: () => Promise<T>,
  paths: readonly string[] = [],
): Promise<T> {
  const isFirst = nothingIsShown();
  await Promise.all(paths.map((path) => have(new URL(path, location.origin).href, isFirst)));
  return load();
}

/** Whether the page is still empty. What it shows first is wanted early, and a reload loses nothing. */
function nothingIsShown(): boolean {
  return !document.getElementById('root')?.hasChildNodes();
}

function have(url: string, isFirst: boolean): Promise<void> {
  const known = files.get(url);
  if (known) return known;
  // What the page itself came with is here, else this would not run.
  const linked = document.querySelectorAll<HTMLLinkElement | HTMLScriptElement>('link, script');
  const isHere = [...linked].some((each) => ('src' in each ? each.src : each.href) === url);
  const coming = isHere ? Promise.resolve() : isFirst ? ask(url) : fetchAgain(url);
  files.set(url, coming);
  coming.catch(() => files.delete(url));
  return coming;
}

/** Has a script come while those before it do, and styles apply. */
async function ask(url: string): Promise<void> {
  if (isStyles(url)) await add(link(url, 'stylesheet'));
  else document.head.append(link(url, 'modulepreload'));
}

/** Fetches a file: without a network once that is back; what fails otherwise is tried again, unless it is gone. */
async function fetchAgain(url: string): Promise<void> {
  const pauses = PAUSES.values();
  while (true) {
    // What was asked of a network that was gone may stay open for long after it is back.
    const network = networkBack();
    try {
      return await fetchOnce(url, network.signal);
    } catch (error) {
      if (error instanceof MissingFile && error.status === NOT_FOUND) throw error;
      if (network.signal.aborted) continue;
      if (navigator.onLine) {
        const pause = pauses.next();
        if (pause.done) throw error;
        await new Promise((resolve) => setTimeout(resolve, pause.value));
      } else {
        await new Promise((resolve) => network.signal.addEventListener('abort', resolve));
      }
    } finally {
      network.forget();
    }
  }
}

/** A signal that aborts as the network comes back. */
function networkBack(): { readonly signal: AbortSignal; readonly forget: () => void } {
  const controller = new AbortController();
  const abort = () => controller.abort();
  addEventListener('online', abort, { once: true });
  return { signal: controller.signal, forget: () => removeEventListener('online', abort) };
}

/**
 * Fetches a file, which the browser keeps for the import that follows; styles apply at once. A link that
 * preloads it would not do: once that has failed, so does the import.
 */
async function fetchOnce(url: string, signal: AbortSignal): Promise<void> {
  const fail = (cause: unknown) => {
    throw new MissingFile(url, { cause });
  };
  const response = await fetch(url, { signal }).catch(fail);
  if (!response.ok) throw new MissingFile(url, { status: response.status });
  await response.arrayBuffer().catch(fail);
  if (isStyles(url)) await add(link(url, 'stylesheet'));
}

function isStyles(url: string): boolean {
  return url.endsWith('.css');
}

function link(url: string, rel: string): HTMLLinkElement {
  return Object.assign(document.createElement('link'), { rel, crossOrigin: '', href: url });
}

/** Resolves once what is linked has been read. */
function add(linked: HTMLLinkElement): Promise<void> {
  return new Promise((resolve, reject) => {
    linked.addEventListener('load', () => resolve());
    linked.addEventListener('error', () => {
      linked.remove();
      reject(new MissingFile(linked.href));
    });
    document.head.append(linked);
  });
}
