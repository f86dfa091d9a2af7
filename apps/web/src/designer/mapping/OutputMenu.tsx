import { type RefObject, useLayoutEffect, useRef } from 'react';
import { say } from '../../words/say.ts';
import { caretRect } from './editor/caret-rect.ts';
import { FloatingPanel } from './FloatingPanel.tsx';
import { OutputOptions } from './OutputOptions.tsx';
import type { OutputMenuState } from './use-output-menu.ts';

interface OutputMenuProps {
  readonly menu: OutputMenuState;
  /** The input's element; the focus stays there while the menu is open. */
  readonly root: RefObject<HTMLElement | null>;
}

/** The searchable menu of outputs at the caret. */
export function OutputMenu({ menu, root }: OutputMenuProps) {
  const { at } = menu;
  const anchor = useRef({ getBoundingClientRect: () => new DOMRect() });
  useLayoutEffect(() => {
    anchor.current.getBoundingClientRect = () =>
      root.current ? caretRect(root.current, at) : new DOMRect();
  }, [root, at]);
  return (
    <FloatingPanel anchor={anchor} owner={root} onClose={menu.close} className="w-96 p-1.5">
      <OutputOptions {...menu} />
      <p className="border-t px-2 pt-1.5 pb-0.5 text-hint text-faint">
        {say('designer.mapping.menu.keys')}
      </p>
    </FloatingPanel>
  );
}
