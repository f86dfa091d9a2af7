import { Component, type ReactNode } from 'react';
import { MissingFile } from '../app/import-script.ts';
import { tellMissingFile } from '../app/tell-missing-file.ts';

interface PartBoundaryProps {
  /** Closes the part, so that something else stands here. Without it nothing does until the part is left. */
  readonly onMissing?: () => void;
  readonly children: ReactNode;
}

interface PartBoundaryState {
  readonly failure?: { readonly error: unknown } | undefined;
}

/** Keeps the page when the script of one of its parts could not be fetched, and says so. */
export class PartBoundary extends Component<PartBoundaryProps, PartBoundaryState> {
  override state: PartBoundaryState = {};

  static getDerivedStateFromError(error: unknown): PartBoundaryState {
    return { failure: { error } };
  }

  override componentDidCatch(error: unknown): void {
    if (!(error instanceof MissingFile)) return;
    tellMissingFile(error);
    if (!this.props.onMissing) return;
    this.props.onMissing();
    this.setState({ failure: undefined });
  }

  override render(): ReactNode {
    const { failure } = this.state;
    if (!failure) return this.props.children;
    if (failure.error instanceof MissingFile) return null;
    // Broken, and not missing: that is the page's to say.
    throw failure.error;
  }
}
