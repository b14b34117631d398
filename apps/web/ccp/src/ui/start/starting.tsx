import { useEffect, useState } from 'react';
import { Ways } from './ways.tsx';

/** Milliseconds after which a missing session is more likely than a slow network. */
const unusual = 1000;

/** Shown until Amazon Connect has said who the agent is. */
export function Starting() {
  const [isLate, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(setLate, unusual, true);
    return () => clearTimeout(timer);
  }, []);
  return (
    <main className="start">
      <div className="start-card">
        <h1>Atlas console</h1>
        <p role="status">
          {isLate
            ? 'Amazon Connect has not answered yet. Perhaps you are not signed in to it.'
            : 'Connecting to Amazon Connect…'}
        </p>
        <div className="progress-line" />
        {isLate && <Ways ways={['open-sign-in', 'reload']} />}
      </div>
    </main>
  );
}
