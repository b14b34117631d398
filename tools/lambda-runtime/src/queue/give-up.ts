import type { FailedEvent } from './failure-record.ts';
import { deadLetterAttributes, failureRecord } from './failure-record.ts';
import type { FunctionSpec } from '../function-spec.ts';

/** In whose name a failed event is delivered, and what goes with it. */
export interface DeliverOptions {
  /** The function's role, which must be allowed to. */
  readonly roleArn: string;
  readonly functionName: string;
  /** Message attributes of type String. */
  readonly attributes?: Readonly<Record<string, string>>;
}

/** Brings a failed event to a queue, topic, bus or function. */
export type Deliver = (arn: string, body: string, options: DeliverOptions) => Promise<void>;

/** Tells of an event what the service would show in its metrics only. */
export type EventLog = (functionName: string, requestId: string, line: string) => void;

/** The name of an error, which unlike its message holds nothing of the event. */
export const errorNameOf = (error: unknown): string => (error instanceof Error ? error.name : typeof error);

/** Makes what sends a failed event where its function's configuration wants it: a record, the event itself, or both. */
export const createGiveUp = (deliver: Deliver, log: EventLog) => {
  const send = async (failed: FailedEvent, message: Parameters<Deliver>): Promise<void> => {
    const { reference, requestId } = failed.event;
    try {
      await deliver(...message);
    } catch (error) {
      // The service counts this in a metric and drops the event, so it is not kept here either.
      const line = `ERROR the failed event could not be delivered to ${message[0]}: ${errorNameOf(error)}`;
      log(reference.name, requestId, line);
    }
  };

  return async (failed: FailedEvent, { name, roleArn, asyncConfig = {} }: FunctionSpec): Promise<void> => {
    const { onFailureArn, deadLetterArn } = asyncConfig;
    const sender = { roleArn, functionName: name };
    if (onFailureArn !== undefined)
      await send(failed, [onFailureArn, JSON.stringify(failureRecord(failed)), sender]);
    if (deadLetterArn !== undefined)
      await send(failed, [
        deadLetterArn,
        failed.event.payload,
        { ...sender, attributes: deadLetterAttributes(failed) },
      ]);
  };
};
