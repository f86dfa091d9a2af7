import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { ChevronDown } from 'lucide-react';
import { type FieldOption, asText } from '@sluice/schema';
import { say } from '../../../words/say.ts';
import { optionId } from '../../mapping/OutputOptions.tsx';
import { FloatingPanel } from '../../mapping/FloatingPanel.tsx';
import { TemplateInput, type TemplateInputProps } from '../../mapping/TemplateInput.tsx';
import { TemplatePreview } from '../../mapping/TemplatePreview.tsx';
import { OptionList } from './OptionList.tsx';
import { plainText } from './plain-text.ts';

interface ChoiceBoxProps extends Omit<TemplateInputProps, 'choiceList' | 'ornament' | 'end'> {
  /** The options on offer for what was typed. */
  readonly options: readonly FieldOption[];
  /** All options whose labels are known, to name a chosen value. */
  readonly known: readonly FieldOption[];
  /** Stands in the list in place of no options. */
  readonly emptyText: ReactNode;
  /** Stands above the options, such as an error. */
  readonly header?: ReactNode;
  readonly onOpenChange?: (open: boolean) => void;
}

/** An input with a list to choose from, which also takes text and pills. */
export function ChoiceBox(props: ChoiceBoxProps) {
  const { options, known, emptyText, header, onOpenChange, ...input } = props;
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const anchor = useRef({ getBoundingClientRect: () => new DOMRect() });
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const typed = plainText(input.value);
  const chosen = typed ? known.find((option) => option.value === typed) : undefined;

  useEffect(() => {
    anchor.current.getBoundingClientRect = () =>
      box.current?.getBoundingClientRect() ?? new DOMRect();
  }, []);

  function show(next: boolean) {
    if (next === open) return;
    setOpen(next);
    onOpenChange?.(next);
    setActive(options.findIndex((option) => option.value === chosen?.value));
  }

  function choose(option: FieldOption) {
    input.onChange([{ text: option.value }]);
    show(false);
  }

  function onKey(event: KeyboardEvent): boolean {
    if (!open) {
      if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return false;
      show(true);
      return true;
    }
    const option = options[active];
    switch (event.key) {
      case 'ArrowDown':
      case 'ArrowUp': {
        const by = event.key === 'ArrowDown' ? 1 : -1;
        const from = active === -1 && by === -1 ? 0 : active;
        setActive((from + by + options.length) % Math.max(1, options.length));
        return true;
      }
      case 'Enter':
        if (!option || event.ctrlKey || event.metaKey) return false;
        choose(option);
        return true;
      case 'Tab':
        show(false);
        return false;
      case 'Escape':
        show(false);
        return true;
      default:
        return false;
    }
  }

  return (
    <>
      <div ref={box}>
        <TemplateInput
          {...input}
          onChange={(value) => {
            setActive(value.length === 1 ? 0 : -1);
            input.onChange(value);
          }}
          ornament={chosen?.label}
          choiceList={{
            id,
            open,
            activeId: active >= 0 ? optionId(id, active) : undefined,
            onKey,
            onAsk: () => show(true),
            onYield: () => show(false),
          }}
          end={
            <button
              type="button"
              tabIndex={-1}
              aria-label={say('designer.settings.step.choices-for', { label: input.label })}
              onClick={() => {
                box.current?.querySelector<HTMLElement>('[contenteditable]')?.focus();
                show(!open);
              }}
              className="grid h-[34px] w-8 place-items-center text-faint hover:text-ink"
            >
              <ChevronDown className="size-4" aria-hidden />
            </button>
          }
        />
        {open && (
          <FloatingPanel
            anchor={anchor}
            owner={box}
            onClose={() => show(false)}
            className="w-max min-w-(--radix-popover-trigger-width) max-w-md"
          >
            <OptionList
              {...{ id, options, active, header, emptyText }}
              label={input.label}
              chosen={chosen?.value}
              activate={setActive}
              choose={choose}
            />
          </FloatingPanel>
        )}
      </div>
      <TemplatePreview
        template={input.value}
        nameOf={(value) => known.find((option) => option.value === asText(value))?.label}
      />
    </>
  );
}
