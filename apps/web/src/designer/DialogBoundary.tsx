import { Component, type ReactNode } from 'react';
import { MissingFile } from '../app/import-script.ts';
import { tellMissingFile } from '../app/tell-missing-file.ts';

interface DialogBoundaryProps {
  /** Closes what is open above the page. */
  readonly onMissing: () => void;
  readonly children: ReactNode;
}

interface DialogBoundaryState {
  readonly failure?: { readonly error: unknown } | undefined;
}

/** Keeps the page when what was to open above it could not be fetched, and says so. */
export class DialogBoundary extends Component<DialogBoundaryProps, DialogBoundaryState> {
  override state: DialogBoundaryState = {};

  static getDerivedStateFromError(error: unknown): DialogBoundaryState {
    return { failure: { error } };
  }

  override componentDidCatch(error: unknown): void {
    if (!(error instanceof MissingFile)) return;
    this.props.onMissing();
    this.setState({ failure: undefined });
    tellMissingFile(error);
  }

  override render(): ReactNode {
    const { failure } = this.state;
    if (!failure) return this.props.children;
    if (failure.error instanceof MissingFile) return null;
    // Broken, and not missing: that is the page's to say.
    throw failure.error;
  }
}
