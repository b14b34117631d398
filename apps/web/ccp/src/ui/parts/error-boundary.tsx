import { Component, type ReactNode } from 'react';

interface ErrorBoundaryProps {
  readonly message: string;
  readonly children: ReactNode;
}

/** Shows a message in place of a part that failed; the rest of the page goes on. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render(): ReactNode {
    return this.state.failed ? <p role="alert">{this.props.message}</p> : this.props.children;
  }
}
