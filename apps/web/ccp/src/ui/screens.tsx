import { createRoot } from 'react-dom/client';
import { ConfigurationError } from '../configuration.ts';
import type { Console } from '../console/console.ts';
import { App } from './app.tsx';
import { ConsoleContext } from './console-context.ts';
import { Failure } from './start/failure.tsx';

/** Shows the console in the page. */
export function showConsole(page: HTMLElement, all: Console): void {
  createRoot(page).render(
    <ConsoleContext value={all}>
      <App />
    </ConsoleContext>,
  );
}

/** Shows why the console could not start. */
export function showFailure(page: HTMLElement, error: unknown): void {
  const text =
    error instanceof ConfigurationError
      ? error.message
      : 'The sign-in could not be finished, or a part of the page did not load. Check your network and try again.';
  createRoot(page).render(<Failure text={text} />);
}
