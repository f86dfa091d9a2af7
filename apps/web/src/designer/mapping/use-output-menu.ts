import { useId, useState } from 'react';
import type { Template } from '@sluice/schema';
import { lengthOf, slice } from './editor/template-edit.ts';
import type { TemplateEditor } from './editor/template-editor.ts';
import { useMapping } from './mapping.ts';
import { type OutputChoice, outputChoices } from './output-choices.ts';

/** Where the menu was asked for: what a choice replaces, and where the search text begins. */
interface Asked {
  readonly from: number;
  readonly queryFrom: number;
  readonly caret: number;
}

/** What `OutputMenu` draws. */
export interface OutputMenuState {
  readonly id: string;
  /** The offset that the menu stands at. */
  readonly at: number;
  readonly query: string;
  readonly choices: readonly OutputChoice[];
  readonly active: number;
  readonly activate: (index: number) => void;
  readonly choose: (choice: OutputChoice) => void;
  readonly close: () => void;
}

/**
 * The menu of outputs that opens at the caret: by `/`, whose following letters search it, or by
 * Ctrl+Space. Escape closes it and leaves in the input what was typed. While nothing matches it is
 * hidden and takes no keys, so that a `/` in an address is never in the way.
 */
export function useOutputMenu(template: Template, editorOf: () => TemplateEditor | undefined) {
  const { sources } = useMapping();
  const id = useId();
  const [asked, setAsked] = useState<Asked>();
  const [active, setActive] = useState(0);
  const query = asked && queryIn(template, asked);
  const choices = query === undefined ? [] : outputChoices(sources, query);
  const isOpen = asked !== undefined && query !== undefined && (choices.length > 0 || query === '');

  const close = () => setAsked(undefined);
  const open = (next: Asked) => {
    setAsked(next);
    setActive(0);
  };
  const choose = ({ pill }: OutputChoice) => {
    const editor = editorOf();
    if (!asked || !editor) return;
    editor.replace({ from: asked.from, to: editor.selection.focus }, [{ pill }]);
    editor.root.focus();
    // Last, for the caret's move just now would have kept it open.
    close();
  };

  const menu: OutputMenuState | undefined =
    isOpen && asked
      ? {
          id,
          at: asked.queryFrom,
          query: query ?? '',
          choices,
          active,
          activate: setActive,
          choose,
          close,
        }
      : undefined;

  return {
    menu,
    /** Opens the menu at the caret without a `/`. */
    openAt: (caret: number) => open({ from: caret, queryFrom: caret, caret }),
    onTyped: (text: string, caret: number) => {
      const editor = editorOf();
      if (text === '/' && editor && !asked && opensMenu(editor.template, caret)) {
        open({ from: caret - 1, queryFrom: caret, caret });
      }
    },
    onSelection: ({ from, to }: { readonly from: number; readonly to: number }) => {
      if (!asked) return;
      if (from !== to || from < asked.queryFrom) close();
      else if (from !== asked.caret) open({ ...asked, caret: from });
    },
    onKey: (event: KeyboardEvent): boolean => {
      if (!menu) return false;
      return actOn(event, menu);
    },
  };
}

function actOn(event: KeyboardEvent, menu: OutputMenuState): boolean {
  const { active, choices } = menu;
  switch (event.key) {
    case 'ArrowDown':
    case 'ArrowUp': {
      const by = event.key === 'ArrowDown' ? 1 : -1;
      menu.activate((active + by + choices.length) % Math.max(1, choices.length));
      return true;
    }
    case 'Enter':
    case 'Tab': {
      const choice = choices[active];
      if (!choice || event.shiftKey || event.ctrlKey || event.metaKey) return false;
      menu.choose(choice);
      return true;
    }
    case 'Escape':
      menu.close();
      return true;
    default:
      return false;
  }
}

/** What was typed since the menu was asked for; undefined when it is text no longer. */
function queryIn(template: Template, { queryFrom, caret }: Asked): string | undefined {
  if (caret < queryFrom || caret > lengthOf(template)) return undefined;
  const parts = slice(template, { from: queryFrom, to: caret });
  if (parts.some((part) => 'pill' in part)) return undefined;
  return parts.map((part) => ('text' in part ? part.text : '')).join('');
}

/** The slashes of `https://` are meant as they are. */
function opensMenu(template: Template, caret: number): boolean {
  const [before] = slice(template, { from: caret - 2, to: caret - 1 });
  return !before || !('text' in before) || !/[:/<]/.test(before.text);
}
