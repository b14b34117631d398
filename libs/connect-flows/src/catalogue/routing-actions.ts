import * as z from 'zod';
import { action } from './action-spec.ts';
import { flowTypesOf } from './flow-type-sets.ts';
import { freeText, reference, wholeNumber } from './values.ts';

const queueOrAgent = { QueueId: reference('queue').optional(), AgentId: freeText().optional() };

/** Actions that hand a contact over: to a queue, an agent or a module. */
export const routingActions = {
  UpdateContactTargetQueue: action({
    summary: 'Sets the queue, or the agent, that later actions mean.',
    group: 'contact',
    parameters: z.strictObject(queueOrAgent),
    exactlyOne: [['QueueId', 'AgentId']],
    references: { QueueId: 'queue' },
    flowTypes: flowTypesOf.contactOrTransfer,
    branches: [{ next: 'required', requiredErrors: ['NoMatchingError'] }],
  }),
  TransferContactToQueue: action({
    summary: 'Puts the contact into the target queue, which UpdateContactTargetQueue has set.',
    group: 'contact',
    parameters: z.strictObject({}),
    flowTypes: flowTypesOf.contactOrTransfer,
    branches: [{ next: { copy: 'NoMatchingError' }, requiredErrors: ['QueueAtCapacity', 'NoMatchingError'] }],
  }),
  DequeueContactAndTransferToQueue: action({
    summary: 'Takes a waiting contact out of its queue and puts it into another.',
    group: 'contact',
    parameters: z.strictObject(queueOrAgent),
    exactlyOne: [['QueueId', 'AgentId']],
    references: { QueueId: 'queue' },
    flowTypes: flowTypesOf.queue,
    branches: [{ next: { copy: 'NoMatchingError' }, requiredErrors: ['QueueAtCapacity', 'NoMatchingError'] }],
  }),
  TransferContactToAgent: action({
    summary: 'Connects the call with the agent of the quick connect.',
    group: 'contact',
    parameters: z.strictObject({}),
    flowTypes: flowTypesOf.transfer,
    branches: [{ next: 'none' }],
  }),
  InvokeFlowModule: action({
    summary: 'Runs a module and goes on where it ends.',
    group: 'contact',
    parameters: z.strictObject({ FlowModuleId: reference('module') }),
    references: { FlowModuleId: 'module' },
    flowTypes: flowTypesOf.contact,
    branches: [
      {
        next: 'required',
        requiredErrors: ['NoMatchingError'],
        conditions: { operators: ['Equals'], operands: 'any' },
      },
    ],
  }),
  EndFlowModuleExecution: action({
    summary: 'Goes back to the flow that has invoked the module.',
    group: 'contact',
    parameters: z.strictObject({}),
    flowTypes: flowTypesOf.module,
    branches: [{ next: 'none' }],
  }),
  CompleteOutboundCall: action({
    summary: 'Dials the number that an agent has asked for.',
    group: 'contact',
    parameters: z.strictObject({
      CallerId: z.strictObject({ Number: freeText() }).optional(),
      VoiceConnector: z.record(z.string(), z.unknown()).optional(),
      ConnectionTimeLimitSeconds: wholeNumber(1, 600).optional(),
    }),
    flowTypes: flowTypesOf.outboundWhisper,
    branches: [{ next: 'required' }],
  }),
  CreateCallbackContact: action({
    summary: 'Puts a callback into a queue; the number is the one that UpdateContactCallbackNumber has set.',
    group: 'interaction',
    parameters: z.strictObject({
      ...queueOrAgent,
      InitialCallDelaySeconds: wholeNumber(1, 259_200),
      MaximumConnectionAttempts: wholeNumber(1),
      RetryDelaySeconds: wholeNumber(1, 259_200),
      ContactFlowId: reference('flow').optional(),
      CallerId: z.unknown().optional(),
    }),
    atMostOne: [['QueueId', 'AgentId']],
    references: { QueueId: 'queue', ContactFlowId: 'flow' },
    flowTypes: flowTypesOf.contactTransferOrQueue,
    branches: [{ next: 'required', requiredErrors: ['NoMatchingError'] }],
  }),
} as const;
