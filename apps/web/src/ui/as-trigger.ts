import { type HTMLAttributes, type ReactElement, type RefObject, cloneElement } from 'react';

type Attributes = HTMLAttributes<HTMLElement>;

interface TriggerProps extends Attributes {
  readonly ref?: RefObject<HTMLElement | null>;
  readonly 'data-state'?: 'open' | 'closed';
}

/**
 * An element that also opens something. What it does by itself it does first, and nothing is opened
 * when that prevents it.
 */
export function asTrigger(element: ReactElement, props: TriggerProps): ReactElement {
  const own = element.props as Record<string, unknown>;
  const both = Object.entries(props).map(([name, given]) => {
    const before = own[name];
    if (typeof given !== 'function' || typeof before !== 'function') return [name, given];
    return [
      name,
      (event: { defaultPrevented?: boolean }) => {
        before(event);
        if (!event.defaultPrevented) given(event);
      },
    ];
  });
  return cloneElement(element, Object.fromEntries(both) as object);
}
