import type { LambdaContext } from './invocation.ts';

/**
 * The event by which an operator learns that a function runs, without doing anything: `{ "atlas": "smoke" }`. Nothing
 * but a direct invocation can send it, which IAM decides on: each trigger wraps what it carries.
 */
export const smokeTestEvent = { atlas: 'smoke' } as const;

/** What a function answers to {@link smokeTestEvent}. */
export interface SmokeTestAnswer {
  readonly atlas: 'smoke';
  /** Name and version that ran, as Lambda tells; `unknown` outside it. */
  readonly function: string;
  readonly version: string;
}

/** Whether an event is {@link smokeTestEvent}, and nothing more. */
export const isSmokeTest = (event: unknown): boolean =>
  typeof event === 'object' &&
  event !== null &&
  Object.keys(event).length === 1 &&
  Reflect.get(event, 'atlas') === smokeTestEvent.atlas;

export const smokeTestAnswer = (context: LambdaContext | undefined): SmokeTestAnswer => ({
  ...smokeTestEvent,
  function: context?.functionName ?? 'unknown',
  version: context?.functionVersion ?? 'unknown',
});
