import * as z from 'zod';
import { defineAction, failed, goOn, nextIf, numeric, type Outcome, type Turn } from '../action.ts';
import type { FlowRun } from '../run.ts';
import type { FlowWorld } from '../world.ts';

const queueOrAgent = z
  .strictObject({ QueueId: z.string().optional(), AgentId: z.string().optional() })
  .refine(
    ({ QueueId, AgentId }) => (QueueId === undefined) !== (AgentId === undefined),
    'exactly one of QueueId, AgentId is needed',
  );

/** The run with another target, or nothing when there is no such queue or agent. */
function aimed({
  parameters,
  world,
  text,
  contact,
}: Turn<z.infer<typeof queueOrAgent>>): FlowRun | undefined {
  if (parameters.QueueId !== undefined) {
    const queue = world.queue(text(parameters.QueueId));
    return queue && contact({ queue, targetAgent: undefined });
  }
  const targetAgent = world.agent(text(parameters.AgentId ?? ''));
  return targetAgent && contact({ targetAgent, queue: undefined });
}

export const updateContactTargetQueue = defineAction({
  parameters: queueOrAgent,
  start: (turn) => nextIf(aimed(turn)),
});

function enqueue(run: FlowRun, world: FlowWorld): Outcome {
  const { queue, targetAgent } = run.contact;
  if (queue === undefined && targetAgent === undefined) return failed();
  if (queue !== undefined && world.queueIsFull(queue.id)) return failed('QueueAtCapacity');
  return { end: { kind: 'queued' }, run };
}

/** Takes no queue of its own: the target was set before. */
export const transferContactToQueue = defineAction({
  nextIsCopy: true,
  parameters: z.strictObject({}),
  start: ({ run, world }) => enqueue(run, world),
});

export const dequeueContactAndTransferToQueue = defineAction({
  nextIsCopy: true,
  parameters: queueOrAgent,
  start(turn) {
    const run = aimed(turn);
    return run === undefined ? failed() : enqueue(run, turn.world);
  },
});

export const transferContactToAgent = defineAction({
  parameters: z.strictObject({}),
  start: ({ run }) => (run.contact.targetAgent === undefined ? failed() : { end: { kind: 'to-agent' } }),
});

const longestDial = 600;

/** Connects the customer to a number outside; with `ContinueFlowExecution` the flow goes on when that ends. */
export const transferParticipantToThirdParty = defineAction({
  parameters: z.strictObject({
    ThirdPartyPhoneNumber: z.string(),
    ThirdPartyConnectionTimeLimitSeconds: numeric,
    ContinueFlowExecution: z.enum(['True', 'False']).optional(),
    ThirdPartyDTMFDigits: z.string().optional(),
    CallerId: z.strictObject({ Number: z.string().optional(), Name: z.string().optional() }).optional(),
  }),
  start({ parameters, run, text }) {
    const number = text(parameters.ThirdPartyPhoneNumber);
    const within = Number(text(parameters.ThirdPartyConnectionTimeLimitSeconds));
    const valid = /^\+[1-9]\d{6,14}$/.test(number) && within >= 0 && within <= longestDial;
    if (!valid || run.contact.channel !== 'VOICE') return failed();
    const { ThirdPartyDTMFDigits: digits, CallerId } = parameters;
    return {
      ask: {
        kind: 'dial',
        number,
        within,
        ...(digits === undefined ? {} : { digits: text(digits) }),
        ...(CallerId?.Number === undefined ? {} : { callerId: text(CallerId.Number) }),
      },
    };
  },
  resume({ parameters }, event) {
    const goesOn = parameters.ContinueFlowExecution === 'True';
    if (event.kind === 'failed') return failed(goesOn ? event.error : undefined);
    return goesOn ? goOn(event) : { end: { kind: 'disconnected' } };
  },
});

export const updatePreviousContactParticipantState = defineAction({
  parameters: z.strictObject({
    PreviousContactParticipantState: z.enum(['AgentOnHold', 'CustomerOnHold', 'OffHold']),
  }),
  start: ({ run }) => (run.contact.previousContactId === undefined ? failed() : { branch: 'next' }),
});

export const updateContactCallbackNumber = defineAction({
  parameters: z.strictObject({ CallbackNumber: z.string() }),
  start({ parameters, world, text, contact }) {
    const callbackNumber = text(parameters.CallbackNumber);
    if (!/^\+[1-9]\d{6,14}$/.test(callbackNumber)) return failed('InvalidCallbackNumber');
    if (!world.isDialable(callbackNumber)) return failed('CallbackNumberNotDialable');
    return { branch: 'next', run: contact({ callbackNumber }) };
  },
});
