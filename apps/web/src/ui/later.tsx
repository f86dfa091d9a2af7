import { type ComponentType, type ReactNode, useCallback, useEffect, useState } from 'react';
import { whenIdle } from './when-idle.ts';

/** A part of a page whose script comes by itself. */
export interface LaterPart<Props> {
  (props: Props): ReactNode;
  /** Fetches the script before the part is shown. */
  readonly fetch: () => Promise<void>;
}

/**
 * A part whose script is fetched when it is first shown; meanwhile what is given for that stands in its
 * place, or nothing. Once the script is there the part is shown at once, whereas React's own `lazy` would
 * hold it back for a moment.
 */
export function later<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  Meanwhile?: ComponentType<Props>,
): LaterPart<Props> {
  let Part: ComponentType<Props> | undefined;
  let fetching: Promise<void> | undefined;

  function fetch(): Promise<void> {
    fetching ??= load().then(
      (loaded) => {
        Part = loaded;
      },
      (error: unknown) => {
        fetching = undefined;
        throw error;
      },
    );
    return fetching;
  }

  function Later(props: Props) {
    const [, setHere] = useState(Part !== undefined);
    useEffect(() => {
      let gone = false;
      fetch().then(
        () => !gone && setHere(true),
        (error: unknown) => {
          // Thrown while drawing, so that the page says it as it says every failure.
          if (!gone)
            setHere(() => {
              throw error;
            });
        },
      );
      return () => {
        gone = true;
      };
    }, []);
    const Shown = Part ?? Meanwhile;
    return Shown && <Shown {...props} />;
  }
  return Object.assign(Later, { fetch });
}

/** Milliseconds after something could be opened until its script is fetched, once the page is drawn. */
const SOON = 1500;
const soon = new WeakSet<() => Promise<void>>();

/** Fetches a part once whatever opens it has stood for a moment, so that it opens at once. */
export function useSoon({ fetch }: { readonly fetch: () => Promise<void> }): void {
  useEffect(() => {
    if (soon.has(fetch)) return;
    soon.add(fetch);
    // One that cannot be had is asked for again when it is opened.
    whenIdle(() => fetch().catch(() => undefined), SOON);
  }, [fetch]);
}

/**
 * Whether the script of a part is there which the page goes on without while it cannot be had, and what
 * asks for it now. It is fetched after a pause of some milliseconds, and with the network's return.
 */
export function useSpared(
  { fetch }: { readonly fetch: () => Promise<void> },
  pause = SOON,
): readonly [isHere: boolean, ask: () => void] {
  const [isHere, setHere] = useState(false);
  const ask = useCallback(() => {
    fetch().then(
      () => setHere(true),
      () => undefined,
    );
  }, [fetch]);
  useEffect(() => {
    const callOff = whenIdle(ask, pause);
    window.addEventListener('online', ask);
    return () => {
      callOff();
      window.removeEventListener('online', ask);
    };
  }, [ask, pause]);
  return [isHere, ask];
}
