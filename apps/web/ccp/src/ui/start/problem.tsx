import { explanations, type ConnectProblem } from '../../connect/problem.ts';
import { Ways } from './ways.tsx';

/** There is no connection to Amazon Connect yet: why, and the ways out. */
export function Problem({ problem }: { readonly problem: ConnectProblem }) {
  const { title, text, ways } = explanations[problem];
  return (
    <main className="start">
      <div className="start-card">
        <h1>{title}</h1>
        <p role="alert">{text}</p>
        <Ways ways={ways} />
      </div>
    </main>
  );
}
