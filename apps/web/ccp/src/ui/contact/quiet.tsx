import { useConnect } from '../console-context.ts';

/** No contact: what the agent is waiting for. */
export function Quiet() {
  const { agent } = useConnect();
  const ready = agent?.status.kind === 'routable';
  return (
    <div className="quiet">
      <div className={`pulse ${ready ? 'on' : ''}`} aria-hidden="true" />
      <h2>{ready ? 'You are available' : 'You get no contacts now'}</h2>
      <p className="quiet-text">
        {ready
          ? 'The next contact appears here, with who it is and what to say.'
          : 'Choose “Available” in the header when you are ready.'}
      </p>
    </div>
  );
}
