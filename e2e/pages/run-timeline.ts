import type { Locator } from '@playwright/test';

/** The picture of a run's time, on whatever page it stands. */
export class RunTimelineView {
  readonly #root: Locator;

  constructor(root: Locator) {
    this.#root = root;
  }

  /** The bars of a step, oldest first. */
  bars(step: string): Locator {
    return this.bar(new RegExp(`^${step}, `));
  }

  bar(name: RegExp): Locator {
    return this.#root.getByRole('group', { name: 'Timeline' }).getByRole('button', { name });
  }

  /** What is said of the bar that is pointed at or has the focus. */
  get details(): Locator {
    return this.#root.getByRole('tabpanel', { name: 'Timeline' });
  }

  async zoomIn(): Promise<void> {
    await this.#root.getByRole('button', { name: 'Zoom in' }).click();
  }

  async showList(): Promise<void> {
    await this.#root.getByText('As a list').click();
  }

  get list(): Locator {
    return this.#root.getByRole('list', { name: 'What happened when' }).getByRole('listitem');
  }
}
