import type * as z from 'zod';
import type { Clock } from '../clock.ts';
import { systemClock } from '../clock.ts';
import type { Logger } from '../logging/logger.ts';
import { SurfacedError } from '../logging/surface-error.ts';
import type { Metrics } from '../metrics/metrics.ts';
import { problemsOf } from '../problems.ts';
import { InvalidEventError } from './invalid-event-error.ts';
import type { ErrorLevels, Invocation, LambdaContext } from './invocation.ts';
import { invocationOf, logFailure, requestIdOf } from './invocation.ts';
import { isSmokeTest, smokeTestAnswer } from './smoke-test.ts';

export interface HandlerDefinition<Schema extends z.ZodType, Output> {
  /** The function's constant name, e.g. `CreateLeadHandler`. */
  readonly name: string;
  /** The contract of the event. */
  readonly schema: Schema;
  readonly logger: Logger;
  readonly handle: (input: z.output<Schema>, invocation: Invocation) => Promise<Output>;
  /** Level of each error by `code`. Give it an exhaustive record of the codes that the use case throws. */
  readonly errors?: ErrorLevels;
  /** Told of each failure before the metrics are flushed. */
  readonly onFailure?: (error: unknown) => void;
  /** Flushed at the end of each invocation, whatever its end. */
  readonly metrics?: Metrics;
  readonly clock?: Clock;
}

/** A Lambda entry point. */
export type Handler<Output> = (event: unknown, context?: LambdaContext) => Promise<Output>;

function parse<Schema extends z.ZodType>(
  definition: { name: string; schema: Schema },
  event: unknown,
): z.output<Schema> {
  const parsed = definition.schema.safeParse(event);
  if (parsed.success) return parsed.data;
  throw new InvalidEventError(definition.name, problemsOf(parsed.error));
}

/**
 * A function's entry point: parses the event, calls the use case, writes one line per invocation. A failure is
 * logged, and leaves with its name intact (Retry and Catch of the workflow compare it) and nothing personal in it.
 * The smoke test's event is answered before all that: it shows that the function starts, is configured and logs.
 *
 * @throws InvalidEventError when the event breaks the contract.
 */
export function defineHandler<Schema extends z.ZodType, Output>(
  definition: HandlerDefinition<Schema, Output>,
): Handler<Output> {
  const { logger, errors = {}, metrics, onFailure, clock = systemClock } = definition;

  const invoke = async (event: unknown, invocation: Invocation): Promise<Output> => {
    const startedAt = clock.now();
    try {
      const output = await definition.handle(parse(definition, event), invocation);
      logger.info('handled', { durationMs: clock.now() - startedAt });
      return output;
    } catch (error) {
      onFailure?.(error);
      const fields = { durationMs: clock.now() - startedAt };
      logFailure(logger, { error, levels: errors, message: 'failed', fields });
      throw new SurfacedError(error);
    } finally {
      metrics?.flush();
    }
  };

  return (event, context) => {
    const invocation = invocationOf(context);
    const correlation = { correlationId: invocation.correlationId, requestId: requestIdOf(event) };
    return logger.within(correlation, () => {
      if (!isSmokeTest(event)) return invoke(event, invocation);
      logger.info('smoke test');
      // Who has a contract with the function never sends this event, and so never sees its answer.
      return Promise.resolve(smokeTestAnswer(context) as Output);
    });
  };
}
