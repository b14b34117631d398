import * as z from 'zod';
import { defineAction, failed } from '../action.ts';

/** How deep modules may nest. Source: Connect administrator guide, flow modules. */
const deepest = 5;

/** There is no way back from it. */
export const transferToFlow = defineAction({
  nextIsCopy: true,
  parameters: z.strictObject({ ContactFlowId: z.string() }),
  start({ parameters, world, text }) {
    const flow = world.flow(text(parameters.ContactFlowId));
    return flow === undefined || flow.type === 'MODULE' ? failed() : { enter: flow, returns: false };
  },
});

export const invokeFlowModule = defineAction({
  parameters: z.strictObject({ FlowModuleId: z.string() }),
  start({ parameters, run, world, text }) {
    const flow = world.flow(text(parameters.FlowModuleId));
    if (flow?.type !== 'MODULE' || run.callers.length >= deepest) return failed();
    return { enter: flow, returns: true };
  },
});

export const endFlowModuleExecution = defineAction({
  parameters: z.strictObject({}),
  start: () => ({ leave: true }),
});

export const endFlowExecution = defineAction({
  parameters: z.strictObject({}),
  start: () => ({ end: { kind: 'finished' } }),
});

export const disconnectParticipant = defineAction({
  parameters: z.strictObject({}),
  start: () => ({ end: { kind: 'disconnected' } }),
});

export const updateFlowLoggingBehavior = defineAction({
  parameters: z.strictObject({ FlowLoggingBehavior: z.enum(['Enabled', 'Disabled']) }),
  start: ({ parameters, contact }) => ({
    branch: 'next',
    run: contact({ logging: parameters.FlowLoggingBehavior === 'Enabled' }),
  }),
});

export const updateFlowAttributes = defineAction({
  parameters: z.strictObject({
    FlowAttributes: z.record(
      z.string().regex(/^[^$.]+$/, 'keys have no $ and no .'),
      z.strictObject({ Value: z.string() }),
    ),
  }),
  start({ parameters, run, text }) {
    const set = Object.entries(parameters.FlowAttributes).map(
      ([key, { Value }]) => [key, text(Value)] as const,
    );
    return {
      branch: 'next',
      run: { ...run, flowAttributes: { ...run.flowAttributes, ...Object.fromEntries(set) } },
    };
  },
});
