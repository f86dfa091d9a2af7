import { type ReactNode, useLayoutEffect, useState } from 'react';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { Template } from '@sluice/schema';
import { buildMapping } from './build-mapping.ts';
import { TEMPLATE_TYPE } from './editor/transfer.ts';
import { knownValues } from './known-values.ts';
import { LastInputContext } from './last-input.ts';
import { MappingContext } from './mapping.ts';
import { OutputList } from './OutputList.tsx';
import { TemplateInput } from './TemplateInput.tsx';
import { TemplatePreview } from './TemplatePreview.tsx';
import { heldTransfer } from './testing/held-transfer.ts';
import { sampleCatalogue, sampleFlow } from './testing/sample-flow.ts';

// jsdom has no layout to ask where the caret is.
Range.prototype.getClientRects = () => document.createElement('i').getClientRects();
afterEach(cleanup);

const known = knownValues({
  flow: sampleFlow,
  catalogue: sampleCatalogue,
  run: undefined,
  signals: {},
});
const mapping = buildMapping({
  flow: sampleFlow,
  nodeId: 'tell',
  catalogue: sampleCatalogue,
  constants: [],
  known,
});

let held: Template = [];

function Input({ tall = false, first }: { readonly tall?: boolean; readonly first: Template }) {
  const [value, setValue] = useState(first);
  useLayoutEffect(() => {
    held = value;
  });
  return (
    <>
      <TemplateInput label="Summary" value={value} onChange={setValue} tall={tall} />
      <TemplatePreview template={value} />
    </>
  );
}

function show(children: ReactNode) {
  render(
    <MappingContext value={mapping}>
      <LastInputContext value={{ current: undefined }}>{children}</LastInputContext>
    </MappingContext>,
  );
  const input = screen.getByRole('textbox', { name: 'Summary' });
  input.focus();
  // Unlike a browser, jsdom puts the caret at the start once the input has seen that it is focused.
  const end = input.childNodes.length;
  document.getSelection()?.setBaseAndExtent(input, end, input, end);
  return input;
}

function type(input: HTMLElement, text: string) {
  for (const data of text) {
    const options = { data, inputType: 'insertText', bubbles: true, cancelable: true };
    fireEvent(input, new InputEvent('beforeinput', options));
  }
}

const pill = { nodeId: 'trigger', output: 'summary' };

describe('an input for templates', () => {
  it('takes typed text and shows what it will become', () => {
    const input = show(<Input first={[{ pill }]} />);
    type(input, ' now');
    expect(held).toEqual([{ pill }, { text: ' now' }]);
    expect(screen.getByText('API returning 502 now')).toBeTruthy();
  });

  it('inserts an output by slash, search and Enter', () => {
    const input = show(<Input first={[]} />);
    type(input, 'a /summ');
    expect(screen.getAllByRole('option').map((option) => option.ariaLabel)).toEqual(['Summary']);
    fireEvent.keyDown(input, { key: 'Enter' });
    expect(held).toEqual([{ text: 'a ' }, { pill }]);
    expect(screen.queryByRole('listbox')).toBeNull();
  });

  it('leaves the slash when Escape closes the menu', () => {
    const input = show(<Input first={[]} />);
    type(input, '/');
    fireEvent.keyDown(input, { key: 'Escape' });
    expect(screen.queryByRole('listbox')).toBeNull();
    expect(held).toEqual([{ text: '/' }]);
  });

  it('stays out of the way of addresses', () => {
    const input = show(<Input first={[]} />);
    type(input, 'https://desk.example/api');
    fireEvent.keyDown(input, { key: 'Enter' });
    expect(held).toEqual([{ text: 'https://desk.example/api' }]);
  });

  it('selects a pill first and deletes it then', () => {
    const input = show(<Input first={[{ text: 'a' }, { pill }]} />);
    fireEvent.keyDown(input, { key: 'Backspace' });
    expect(held).toEqual([{ text: 'a' }, { pill }]);
    expect(input.querySelector('[data-selected]')).not.toBeNull();
    fireEvent.keyDown(input, { key: 'Backspace' });
    expect(held).toEqual([{ text: 'a' }]);
  });

  it('undoes and redoes', () => {
    const input = show(<Input first={[{ pill }]} />);
    type(input, 'ab');
    fireEvent.keyDown(input, { key: 'z', ctrlKey: true });
    expect(held).toEqual([{ pill }]);
    fireEvent.keyDown(input, { key: 'z', ctrlKey: true, shiftKey: true });
    expect(held).toEqual([{ pill }, { text: 'ab' }]);
  });

  it('makes a new line only when it is tall', () => {
    const line = { inputType: 'insertParagraph', bubbles: true, cancelable: true };
    const low = show(<Input first={[{ text: 'a' }]} />);
    fireEvent(low, new InputEvent('beforeinput', line));
    expect(held).toEqual([{ text: 'a' }]);
    cleanup();
    const tall = show(<Input tall first={[{ text: 'a' }]} />);
    fireEvent(tall, new InputEvent('beforeinput', line));
    expect(held).toEqual([{ text: 'a\n' }]);
  });

  it('pastes pills from another input, and markup as text', () => {
    const input = show(<Input first={[]} />);
    const pasted = heldTransfer({ [TEMPLATE_TYPE]: JSON.stringify([{ text: 'x' }, { pill }]) });
    fireEvent.paste(input, { clipboardData: pasted });
    expect(held).toEqual([{ text: 'x' }, { pill }]);
    fireEvent.paste(input, { clipboardData: heldTransfer({ 'text/plain': '<b>' }) });
    expect(held).toEqual([{ text: 'x' }, { pill }, { text: '<b>' }]);
  });

  it('reads back what an input method composed', () => {
    const input = show(<Input first={[{ pill }]} />);
    fireEvent.compositionStart(input);
    input.append('日本');
    fireEvent.compositionEnd(input);
    expect(held).toEqual([{ pill }, { text: '日本' }]);
  });

  it('lets Ctrl+Enter pass to the dialog without a new line', () => {
    const input = show(<Input tall first={[{ text: 'a' }]} />);
    let seen = 0;
    document.addEventListener('keydown', () => seen++, { once: true });
    fireEvent.keyDown(input, { key: 'Enter', ctrlKey: true });
    expect([seen, held]).toEqual([1, [{ text: 'a' }]]);
  });
});

describe('the list of values', () => {
  it('puts what is pressed into the input that was focused last', () => {
    show(
      <>
        <Input first={[{ text: 'See ' }]} />
        <OutputList />
      </>,
    );
    fireEvent.click(screen.getByRole('button', { name: 'Summary' }));
    expect(held).toEqual([{ text: 'See ' }, { pill }]);
  });

  it('unfolds a structured value down to one that can be used', () => {
    show(
      <>
        <Input first={[]} />
        <OutputList />
      </>,
    );
    fireEvent.click(screen.getByRole('button', { name: 'Parts of Custom Fields' }));
    fireEvent.click(screen.getByRole('button', { name: 'Parts of item 1' }));
    fireEvent.keyDown(screen.getByRole('button', { name: 'value' }), { key: 'Enter' });
    const deep = { nodeId: 'trigger', output: 'fields', path: [0, 'value'] };
    expect(held).toEqual([{ pill: deep }]);
  });
});
