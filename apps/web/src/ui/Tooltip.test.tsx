import { act, cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openerProps } from './popup.ts';
import { Tooltip, TooltipLayer } from './Tooltip.tsx';

beforeEach(async () => {
  render(<TooltipLayer />);
  // The network's return has the script fetched without the pause.
  await act(async () => {
    window.dispatchEvent(new Event('online'));
    await import('./Tooltips.tsx');
  });
});
afterEach(cleanup);

test('the pointer on a button shows its tooltip after a moment, which then describes the button', async () => {
  render(<Example text="Publish the draft" />);
  const button = screen.getByRole('button', { name: 'Publish' });
  await userEvent.hover(button);
  expect(screen.queryByRole('tooltip')).toBeNull();
  const tooltip = await screen.findByRole('tooltip', { name: 'Publish the draft' });
  expect(button.getAttribute('aria-describedby')).toBe(`hint ${tooltip.id}`);

  await userEvent.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('tooltip')).toBeNull());
  expect(button.getAttribute('aria-describedby')).toBe('hint');
});

test('a pointer that only passes over a button shows nothing', async () => {
  render(
    <>
      <Example text="Publish the draft" />
      <Example name="Share" text="Share the flow" />
    </>,
  );
  await userEvent.hover(screen.getByRole('button', { name: 'Publish' }));
  await userEvent.hover(screen.getByRole('button', { name: 'Share' }));
  await screen.findByRole('tooltip', { name: 'Share the flow' });
  expect(screen.getAllByRole('tooltip')).toHaveLength(1);
});

test('the focus shows a tooltip at once, which goes with it', async () => {
  render(<Example text="Publish the draft" />);
  await userEvent.tab();
  expect(screen.getByRole('tooltip', { name: 'Publish the draft' })).toBeTruthy();
  await userEvent.tab();
  expect(screen.queryByRole('tooltip')).toBeNull();
});

test('the next tooltip needs no wait, and takes the place of the one before', async () => {
  render(
    <>
      <Example text="Publish the draft" />
      <Example name="Share" text="Share the flow" />
    </>,
  );
  await userEvent.tab();
  await userEvent.hover(screen.getByRole('button', { name: 'Share' }));
  await waitFor(() =>
    expect(screen.getAllByRole('tooltip').map((each) => each.textContent)).toEqual([
      'Share the flow',
    ]),
  );
});

test('a press on the button takes its tooltip away', async () => {
  render(<Example text="Publish the draft" />);
  await userEvent.tab();
  await userEvent.click(screen.getByRole('button', { name: 'Publish' }));
  expect(screen.queryByRole('tooltip')).toBeNull();
});

test('a button shows no tooltip above what it has opened', async () => {
  const { rerender } = render(<Opener isOpen />);
  await userEvent.hover(screen.getByRole('button', { name: 'More' }));
  await new Promise((resolve) => setTimeout(resolve, LONG_ENOUGH));
  expect(screen.queryByRole('tooltip')).toBeNull();

  rerender(<Opener isOpen={false} />);
  await userEvent.unhover(screen.getByRole('button', { name: 'More' }));
  await userEvent.hover(screen.getByRole('button', { name: 'More' }));
  expect(await screen.findByRole('tooltip', { name: 'More to do' })).toBeTruthy();
});

test('a tooltip stays while the pointer is on it', async () => {
  render(<Example text="Publish the draft" />);
  await userEvent.hover(screen.getByRole('button', { name: 'Publish' }));
  const tooltip = await screen.findByRole('tooltip');
  const shown = tooltip.parentElement ?? tooltip;
  await userEvent.hover(shown);
  await userEvent.hover(shown);
  expect(screen.getByRole('tooltip')).toBeTruthy();
  await userEvent.unhover(shown);
});

test('a tooltip says what its button says by now, and goes when the button does', async () => {
  const { rerender } = render(<Example text="Saved at 9:00" />);
  await userEvent.tab();
  rerender(<Example text="Saved at 9:05" />);
  expect(screen.getByRole('tooltip', { name: 'Saved at 9:05' })).toBeTruthy();
  rerender(<p>Nothing to save</p>);
  expect(screen.queryByRole('tooltip')).toBeNull();
});

/** Milliseconds after which a tooltip would be there. */
const LONG_ENOUGH = 600;

function Opener({ isOpen }: { readonly isOpen: boolean }) {
  return (
    <Tooltip text="More to do">
      <button type="button" {...openerProps('menu', 'menu', isOpen)}>
        More
      </button>
    </Tooltip>
  );
}

interface ExampleProps {
  readonly name?: string;
  readonly text: string;
}

function Example({ name = 'Publish', text }: ExampleProps) {
  return (
    <Tooltip text={text}>
      <button type="button" aria-describedby="hint">
        {name}
      </button>
    </Tooltip>
  );
}
