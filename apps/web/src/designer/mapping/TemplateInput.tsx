import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { Template } from '@sluice/schema';
import { classNames } from '../../ui/class-names.ts';
import { lengthOf } from './editor/template-edit.ts';
import { optionId } from './OutputOptions.tsx';
import { OutputMenu } from './OutputMenu.tsx';
import { PillPopover } from './PillPopover.tsx';
import { useLastInput } from './last-input.ts';
import { useOutputMenu } from './use-output-menu.ts';
import { useTemplateEditor } from './use-template-editor.ts';

/** What turns an input into one that also offers a list to choose from. */
export interface ChoiceList {
  readonly id: string;
  readonly open: boolean;
  readonly activeId: string | undefined;
  /** Sees a key before the input does; true when it is dealt with. */
  readonly onKey: (event: KeyboardEvent) => boolean;
  /** A person clicked the input or typed into it. */
  readonly onAsk: () => void;
  /** The menu of outputs takes the list's place. */
  readonly onYield: () => void;
}

export interface TemplateInputProps {
  /** The accessible name. */
  readonly label: string;
  readonly value: Template;
  readonly onChange: (value: Template) => void;
  /** Holds several lines; Enter makes a new one. */
  readonly tall?: boolean;
  readonly placeholder?: string | undefined;
  readonly invalid?: boolean;
  readonly required?: boolean;
  readonly describedBy?: string | undefined;
  readonly choiceList?: ChoiceList;
  /** The label of a chosen id, shown before it. A click selects the id whole, to type another. */
  readonly ornament?: string | undefined;
  /** Leaves only the label in sight, where the value itself says nothing to a person. */
  readonly hidesValue?: boolean;
  /** Stands at the right end of the box. */
  readonly end?: ReactNode;
  readonly focusAtOnce?: boolean;
  readonly mono?: boolean;
  /** Shows dots in place of what is typed; pills stay readable. */
  readonly masked?: boolean;
  readonly onBlur?: () => void;
}

/**
 * An input in which typed text and pills mix freely. Pills come in by dragging, by a click in the
 * list of values, by pasting, and by `/` or Ctrl+Space, which open a menu at the caret.
 */
export function TemplateInput(props: TemplateInputProps) {
  const { label, value, tall = false, choiceList, ornament, focusAtOnce = false } = props;
  const root = useRef<HTMLDivElement>(null);
  const [pill, setPill] = useState<number>();
  const lastInput = useLastInput();
  const asks = useOutputMenu(value, () => editor.current);
  const editor = useTemplateEditor(root, value, {
    tall,
    ornament,
    onChange: props.onChange,
    onPill: setPill,
    onSelection: asks.onSelection,
    onTyped: (text, caret) => {
      asks.onTyped(text, caret);
      if (text === '/') choiceList?.onYield();
      else if (!asks.menu) choiceList?.onAsk();
    },
    onKey: (event) => {
      if (event.key === ' ' && event.ctrlKey) {
        choiceList?.onYield();
        asks.openAt(editor.current?.selection.focus ?? lengthOf(value));
        return true;
      }
      return asks.onKey(event) || (choiceList?.onKey(event) ?? false);
    },
  });
  const { menu } = asks;
  const selectChosen = () => {
    if (ornament !== undefined) editor.current?.choose({ anchor: 0, focus: lengthOf(value) });
  };

  useEffect(() => {
    if (focusAtOnce) root.current?.focus();
  }, [focusAtOnce]);

  useEffect(() => {
    const target = {
      label,
      insert: (inserted: Parameters<NonNullable<typeof lastInput.current>['insert']>[0]) => {
        editor.current?.replace(editor.current.span, [{ pill: inserted }]);
        root.current?.focus();
      },
    };
    const element = root.current;
    const remember = () => {
      lastInput.current = target;
    };
    if (document.activeElement === element) remember();
    element?.addEventListener('focus', remember);
    return () => {
      element?.removeEventListener('focus', remember);
      if (lastInput.current === target) lastInput.current = undefined;
    };
  }, [label, lastInput, editor]);

  const listId = menu?.id ?? (choiceList?.open ? choiceList.id : undefined);
  const activeId = menu
    ? optionId(menu.id, menu.active)
    : choiceList?.open
      ? choiceList.activeId
      : undefined;
  return (
    <div className="relative min-w-0">
      {lengthOf(value) === 0 && props.placeholder !== undefined && (
        <span
          aria-hidden
          className="pointer-events-none absolute top-1.5 right-8 left-2.5 truncate leading-[1.7] text-faint"
        >
          {props.placeholder}
        </span>
      )}
      <div
        ref={root}
        role={choiceList ? 'combobox' : 'textbox'}
        tabIndex={0}
        contentEditable
        suppressContentEditableWarning
        aria-label={label}
        aria-multiline={choiceList ? undefined : tall}
        aria-required={props.required || undefined}
        aria-invalid={props.invalid || undefined}
        aria-describedby={props.describedBy}
        aria-placeholder={choiceList ? undefined : props.placeholder}
        aria-autocomplete="list"
        aria-haspopup="listbox"
        aria-expanded={choiceList ? listId !== undefined : undefined}
        aria-controls={listId}
        aria-activedescendant={activeId}
        spellCheck={!choiceList && !props.mono && !props.masked}
        autoCapitalize={choiceList || props.mono ? 'off' : undefined}
        onFocus={selectChosen}
        onClick={() => {
          selectChosen();
          choiceList?.onAsk();
        }}
        onBlur={props.onBlur}
        className={classNames(
          'w-full cursor-text rounded-r1 border border-line-field bg-surface px-2.5 py-1.5 leading-[1.7] break-words whitespace-pre-wrap transition-colors duration-100',
          'hover:border-muted focus:border-focus focus:outline-2 focus:-outline-offset-1 focus:outline-focus',
          'aria-invalid:border-fail data-dropping:border-focus data-dropping:bg-accent-soft',
          tall && 'max-h-64 min-h-[76px] resize-y overflow-y-auto',
          Boolean(props.end) && 'pr-9',
          props.mono && 'font-mono text-hint',
          props.masked &&
            '[-webkit-text-security:disc] [&_[data-pill]]:[-webkit-text-security:none]',
          ornament !== undefined && 'text-faint caret-ink',
          ornament !== undefined && props.hidesValue && 'text-[1px] text-transparent',
        )}
      />
      {props.end !== undefined && <span className="absolute top-0 right-0">{props.end}</span>}
      {menu && <OutputMenu menu={menu} root={root} />}
      {pill !== undefined && (
        <PillPopover
          editor={editor}
          root={root}
          template={value}
          offset={pill}
          onClose={() => setPill(undefined)}
        />
      )}
    </div>
  );
}
