import { act, cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { type ReactNode, useState } from 'react';
import { afterEach, expect, test } from 'vitest';
import { AwaitedPopup } from './AwaitedPopup.tsx';
import { later } from './later.tsx';
import type { PopupProps } from './popup.ts';

afterEach(cleanup);

test('a popup opened before its script is there opens once that has come', async () => {
  const arrive = renderAwaited();
  expect(screen.queryByText('Here')).toBeNull();
  await arrive();
  expect(screen.getByText('Here')).toBeTruthy();
});

const elsewhere = () => screen.getByRole('button', { name: 'Elsewhere' });

test.each([
  { who: 'presses elsewhere', turnAway: () => userEvent.click(elsewhere()) },
  { who: 'presses Escape', turnAway: () => userEvent.keyboard('{Escape}') },
  { who: 'goes on with Tab', turnAway: () => userEvent.tab() },
])('who $who while a popup still comes is not torn away by it', async ({ turnAway }) => {
  const arrive = renderAwaited();
  await turnAway();
  await arrive();
  expect(screen.queryByText('Here')).toBeNull();
});

test('a press on its own button leaves a popup that still comes to the button', async () => {
  const arrive = renderAwaited();
  await userEvent.click(screen.getByRole('button', { name: 'Opener' }));
  await arrive();
  expect(screen.getByText('Here')).toBeTruthy();
});

/** Renders an open popup whose script has not come, and answers with what has it come. */
function renderAwaited(): () => Promise<void> {
  let finish: (script: (props: PopupProps) => ReactNode) => void;
  const script = new Promise<(props: PopupProps) => ReactNode>((resolve) => {
    finish = resolve;
  });
  const Panel = later(() => script, AwaitedPopup);

  function Example() {
    const [isOpen, setOpen] = useState(true);
    const [button, setButton] = useState<HTMLElement | null>(null);
    return (
      <>
        <button type="button" ref={setButton}>
          Opener
        </button>
        <button type="button">Elsewhere</button>
        <Panel id="panel" trigger={{ current: button }} isOpen={isOpen} onOpenChange={setOpen} />
      </>
    );
  }
  render(<Example />);
  return () =>
    act(() => {
      finish(({ isOpen }) => isOpen && <p>Here</p>);
      return Panel.fetch();
    });
}
