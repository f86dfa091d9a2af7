import { type ComponentProps, type ReactNode, useRef, useState } from 'react';
import { FloatingPanel } from '../mapping/FloatingPanel.tsx';
import { SearchList } from './SearchList.tsx';

interface SearchButtonProps {
  /** What the button does, and the name of the search. */
  readonly label: string;
  readonly options: ComponentProps<typeof SearchList>['options'];
  readonly onChoose: (id: string) => void;
  /** Stays open after a choice, to make several. */
  readonly staysOpen?: boolean;
  readonly className?: string;
  readonly children: ReactNode;
}

/** A button that opens a searchable list. */
export function SearchButton(props: SearchButtonProps) {
  const { label, options, onChoose, staysOpen = false, className, children } = props;
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const chosen = useRef(false);
  const anchor = useRef({
    getBoundingClientRect: () => button.current?.getBoundingClientRect() ?? new DOMRect(),
  });
  return (
    <>
      <button
        ref={button}
        type="button"
        aria-label={label}
        aria-haspopup="dialog"
        aria-expanded={open}
        className={className}
        onClick={() => {
          chosen.current = false;
          setOpen(true);
        }}
      >
        {children}
      </button>
      {open && (
        <FloatingPanel
          anchor={anchor}
          owner={button}
          label={label}
          className="w-80 p-1.5"
          onClose={() => setOpen(false)}
          // After a choice the focus belongs to what was chosen.
          onClosed={() => chosen.current || button.current?.focus()}
        >
          <SearchList
            label={label}
            options={options}
            onChoose={(id) => {
              chosen.current = !staysOpen;
              onChoose(id);
              if (!staysOpen) setOpen(false);
            }}
          />
        </FloatingPanel>
      )}
    </>
  );
}
