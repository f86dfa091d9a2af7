import { cleanup, render, screen, waitFor } from '@testing-library/react';
import { Component, type ReactNode, useState } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { MissingFile } from '../app/import-script.ts';
import { showToastsWith } from '../ui/toast.ts';
import { PartBoundary } from './PartBoundary.tsx';

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

test('a dialog that cannot be fetched is closed, which is said, and the page stays', async () => {
  const warning = vi.fn();
  showToastsWith({ warning } as unknown as Parameters<typeof showToastsWith>[0]);
  render(<Page error={new MissingFile('/assets/dialog.js', { status: 404 })} />);
  await waitFor(() => expect(screen.getByText('Nothing open')).toBeTruthy());
  expect(screen.getByText('The drawing')).toBeTruthy();
  expect(warning).toHaveBeenCalledWith('This could not be fetched', expect.anything());
});

test('a part that nothing can stand in for stays away, which is said once, and the page stays', () => {
  const warning = vi.fn();
  showToastsWith({ warning } as unknown as Parameters<typeof showToastsWith>[0]);
  const part = <Failing error={new MissingFile('/assets/part.js', { status: 404 })} />;
  const page = (
    <PageBoundary>
      <p>The drawing</p>
      <PartBoundary>{part}</PartBoundary>
    </PageBoundary>
  );
  render(page).rerender(page);
  expect(screen.getByText('The drawing')).toBeTruthy();
  expect(warning).toHaveBeenCalledTimes(1);
});

test('a dialog that breaks is for the page to say', () => {
  render(<Page error={new Error('Broken')} />);
  expect(screen.getByText('Page: Broken')).toBeTruthy();
});

function Page({ error }: { readonly error: Error }) {
  const [isOpen, setOpen] = useState(true);
  return (
    <PageBoundary>
      <p>The drawing</p>
      <PartBoundary onMissing={() => setOpen(false)}>
        {isOpen ? <Failing error={error} /> : <p>Nothing open</p>}
      </PartBoundary>
    </PageBoundary>
  );
}

function Failing({ error }: { readonly error: Error }): ReactNode {
  throw error;
}

class PageBoundary extends Component<
  { readonly children: ReactNode },
  { readonly message?: string }
> {
  override state: { readonly message?: string } = {};

  static getDerivedStateFromError(error: Error) {
    return { message: error.message };
  }

  override render() {
    const { message } = this.state;
    return message === undefined ? this.props.children : `Page: ${message}`;
  }
}
