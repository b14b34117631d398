/** What is wrong with a definition, as ValidateStateMachineDefinition tells it. */
export interface Problem {
  readonly severity: 'ERROR' | 'WARNING';
  /** `SCHEMA_VALIDATION_FAILED`, `MISSING_TRANSITION_TARGET`, `INVALID_JSONATA_EXPRESSION`, … */
  readonly code: string;
  readonly message: string;
  /** Place in the definition, e.g. `/States/Place the call/Next`; absent when it is the definition as a whole. */
  readonly location?: string;
}

/** A problem with the definition's form. */
export const schemaProblem = (message: string, location: string): Problem => ({
  severity: 'ERROR',
  code: 'SCHEMA_VALIDATION_FAILED',
  message,
  location,
});

/** Writes a path as the service does: `/States/Choose/Choices[1]/Next`, and `/` for the root. */
export const locationOf = (path: readonly PropertyKey[]): string =>
  path.map((part) => (typeof part === 'number' ? `[${part}]` : `/${String(part)}`)).join('') || '/';

/** All problems as CreateStateMachine puts them into the message of InvalidDefinition. */
export const describeProblems = (problems: readonly Problem[]): string =>
  problems.map(({ code, message, location }) => `${code}: ${message} at ${location ?? 'null'}`).join(', ');
