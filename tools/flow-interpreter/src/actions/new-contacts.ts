import * as z from 'zod';
import { defineAction, failed, numeric, texts } from '../action.ts';

export const createTask = defineAction({
  parameters: z.strictObject({
    ContactFlowId: z.string(),
    Name: z.string(),
    Description: z.string().optional(),
    Attributes: texts.optional(),
    References: z.record(z.string(), z.unknown()).optional(),
    DelaySeconds: numeric.optional(),
  }),
  start({ parameters, world, text, map }) {
    const flow = world.flow(text(parameters.ContactFlowId));
    const delay = Number(parameters.DelaySeconds ?? 0);
    if (flow === undefined || !(delay >= 0 && delay <= 518_400)) return failed();
    const { Description } = parameters;
    return {
      ask: {
        kind: 'task',
        flowId: flow.id,
        name: text(parameters.Name),
        attributes: map(parameters.Attributes),
        delay,
        ...(Description === undefined ? {} : { description: text(Description) }),
      },
    };
  },
});

/** Calls the contact's callback number, or the number it came from, later. */
export const createCallbackContact = defineAction({
  parameters: z.strictObject({
    QueueId: z.string().optional(),
    InitialCallDelaySeconds: numeric,
    MaximumConnectionAttempts: numeric,
    RetryDelaySeconds: numeric,
    ContactFlowId: z.string().optional(),
    CallerId: z.string().optional(),
  }),
  start({ parameters, run: { contact }, world, text }) {
    const number = contact.callbackNumber ?? contact.customerEndpoint?.address;
    const queue = parameters.QueueId === undefined ? contact.queue : world.queue(text(parameters.QueueId));
    if (number === undefined || queue === undefined) return failed();
    const { ContactFlowId } = parameters;
    return {
      ask: {
        kind: 'callback',
        number,
        queueId: queue.id,
        delay: Number(parameters.InitialCallDelaySeconds),
        attempts: Number(parameters.MaximumConnectionAttempts),
        retryDelay: Number(parameters.RetryDelaySeconds),
        ...(ContactFlowId === undefined ? {} : { flowId: text(ContactFlowId) }),
      },
    };
  },
});
