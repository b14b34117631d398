import { Button } from 'react-aria-components/Button';

/** The console could not start at all. */
export function Failure({ text }: { readonly text: string }) {
  return (
    <main className="start">
      <div className="start-card">
        <h1>The console cannot start</h1>
        <p role="alert">{text}</p>
        <div className="row">
          <Button className="button primary" onPress={() => window.location.assign(window.location.pathname)}>
            Try again
          </Button>
        </div>
      </div>
    </main>
  );
}
