import { Component, type ReactNode } from 'react';
import { ErrorPage } from './ErrorPage.tsx';
import { type Place, usePlace } from './place.ts';

/** Says so in place of what broke beneath it, until one moves on. */
export function ErrorBoundary({ children }: { readonly children: ReactNode }) {
  return <Catching place={usePlace()}>{children}</Catching>;
}

interface CatchingProps {
  readonly place: Place;
  readonly children: ReactNode;
}

interface CatchingState {
  readonly place: Place;
  readonly failure?: { readonly error: unknown } | undefined;
}

class Catching extends Component<CatchingProps, CatchingState> {
  override state: CatchingState = { place: this.props.place };

  static getDerivedStateFromError(error: unknown): Partial<CatchingState> {
    return { failure: { error } };
  }

  static getDerivedStateFromProps(
    { place }: CatchingProps,
    state: CatchingState,
  ): CatchingState | null {
    return place === state.place ? null : { place, failure: undefined };
  }

  override render(): ReactNode {
    const { failure } = this.state;
    return failure ? <ErrorPage error={failure.error} /> : this.props.children;
  }
}
