import * as z from 'zod';
import { action, operators } from './action-spec.ts';
import { flowTypesOf } from './flow-type-sets.ts';
import { freeText, path, reference, switched, undocumented, wholeNumberOrPath } from './values.ts';

const numberOfAgents = ['NumberOfAgentsAvailable', 'NumberOfAgentsStaffed', 'NumberOfAgentsOnline'] as const;
const ofQueue = ['OldestContactInQueueAgeSeconds', 'NumberOfContactsInQueue'] as const;
const numeric = [
  'Equals',
  'NumberGreaterThan',
  'NumberGreaterOrEqualTo',
  'NumberLessThan',
  'NumberLessOrEqualTo',
] as const;

/** Actions that decide where a flow goes on, or keep what only the flow needs. */
export const flowActions = {
  Compare: action({
    summary: 'Branches on the value of one reference.',
    group: 'flow',
    parameters: z.strictObject({ ComparisonValue: path() }),
    paths: ['ComparisonValue'],
    flowTypes: flowTypesOf.everywhere,
    branches: [
      {
        next: { copy: 'NoMatchingCondition' },
        requiredErrors: ['NoMatchingCondition'],
        conditions: { operators, operands: 'any' },
      },
    ],
  }),
  CheckHoursOfOperation: action({
    summary:
      'Branches on whether it is within hours of operation: those named, or those of the target queue.',
    group: 'flow',
    parameters: z.strictObject({ HoursOfOperationId: reference('hours').optional() }),
    references: { HoursOfOperationId: 'hours' },
    flowTypes: flowTypesOf.contactTransferOrQueue,
    branches: [
      {
        next: { copy: 'NoMatchingError' },
        requiredErrors: ['NoMatchingError'],
        conditions: { operators: ['Equals'], operands: ['True', 'False'], required: ['True', 'False'] },
      },
    ],
  }),
  CheckMetricData: action({
    summary:
      'Branches on a figure of a queue or agent. The age of the oldest contact compares in milliseconds.',
    group: 'flow',
    parameters: z.strictObject({
      MetricType: z.enum([...numberOfAgents, ...ofQueue]),
      QueueId: reference('queue').optional(),
      AgentId: freeText().optional(),
    }),
    atMostOne: [['QueueId', 'AgentId']],
    references: { QueueId: 'queue' },
    flowTypes: flowTypesOf.contactTransferOrQueue,
    branches: [
      {
        when: { parameter: 'MetricType', among: numberOfAgents },
        next: { copy: 'NoMatchingError' },
        requiredErrors: ['NoMatchingError', 'NoMatchingCondition'],
        conditions: { operators: ['NumberGreaterThan'], operands: ['0'], required: ['0'] },
      },
      {
        next: { copy: 'NoMatchingError' },
        requiredErrors: ['NoMatchingError', 'NoMatchingCondition'],
        conditions: { operators: numeric, operands: 'any' },
      },
    ],
  }),
  CheckOutboundCallStatus: action({
    summary: 'Branches on who or what answered a call of a campaign with answering-machine detection.',
    group: 'flow',
    parameters: z.strictObject({}),
    flowTypes: flowTypesOf.everywhere,
    branches: [
      {
        next: { copy: 'NoMatchingError' },
        requiredErrors: ['NoMatchingError'],
        conditions: {
          operators: ['Equals'],
          operands: ['CallAnswered', 'VoicemailBeep', 'VoicemailNoBeep', 'NotDetected'],
        },
      },
    ],
  }),
  Loop: action({
    summary: 'Goes on with ContinueLooping as often as it says, then once with DoneLooping, and starts anew.',
    group: 'flow',
    parameters: z.strictObject({ LoopCount: wholeNumberOrPath(0, 100) }),
    flowTypes: flowTypesOf.everywhere,
    branches: [
      {
        next: { copy: 'DoneLooping' },
        optionalErrors: ['NoMatchingError'],
        conditions: {
          operators: ['Equals'],
          operands: ['ContinueLooping', 'DoneLooping'],
          required: ['ContinueLooping', 'DoneLooping'],
        },
      },
    ],
    waitsFor: 'counter',
  }),
  Wait: action({
    summary: 'Waits in a chat or task until the time is up or something happens.',
    group: 'flow',
    parameters: z.strictObject({
      TimeLimitSeconds: wholeNumberOrPath(1, 604_800),
      Events: z.array(z.enum(['CustomerReturned', 'BotParticipantDisconnected'])).optional(),
    }),
    flowTypes: flowTypesOf.everywhere,
    disputed: flowTypesOf.notContactOrQueue,
    branches: [
      {
        next: { copy: 'NoMatchingError' },
        requiredErrors: ['NoMatchingError'],
        optionalErrors: ['ParticipantNotFound'],
        conditions: {
          operators: ['Equals'],
          operands: ['WaitCompleted', 'CustomerReturned', 'BotParticipantDisconnected'],
          required: ['WaitCompleted'],
        },
      },
    ],
    waitsFor: 'time',
  }),
  DistributeByPercentage: action({
    summary: 'Draws a number from 1 to 100; thresholds rise, each is 1 more than the shares up to there.',
    group: 'flow',
    parameters: z.strictObject({}),
    flowTypes: flowTypesOf.contactTransferQueueOrOutbound,
    disputed: ['OUTBOUND_WHISPER'],
    branches: [
      {
        next: { copy: 'NoMatchingCondition' },
        requiredErrors: ['NoMatchingCondition'],
        conditions: { operators: ['NumberLessThan'], operands: 'any' },
      },
    ],
  }),
  TransferToFlow: action({
    summary: 'Goes on in another flow, without a way back.',
    group: 'flow',
    parameters: z.strictObject({ ContactFlowId: reference('flow') }),
    references: { ContactFlowId: 'flow' },
    flowTypes: flowTypesOf.contactOrTransfer,
    branches: [{ next: { copy: 'NoMatchingError' }, requiredErrors: ['NoMatchingError'] }],
  }),
  EndFlowExecution: action({
    summary: 'Ends the flow and leaves the contact where it is.',
    group: 'flow',
    parameters: z.strictObject({}),
    flowTypes: flowTypesOf.queueOrWhisper,
    branches: [{ next: 'none' }],
  }),
  UpdateFlowLoggingBehavior: action({
    summary: 'Turns the log of the flow on or off from here.',
    group: 'flow',
    parameters: z.strictObject({ FlowLoggingBehavior: switched }),
    flowTypes: flowTypesOf.everywhere,
    branches: [{ next: 'required' }],
  }),
  UpdateFlowAttributes: action({
    summary: 'Keeps values in $.FlowAttributes until the flow ends.',
    group: 'flow',
    parameters: z.strictObject({
      FlowAttributes: z.record(
        z.string().regex(/^[^$.]+$/, 'a key must not contain $ or .'),
        z.strictObject({ Value: z.string() }),
      ),
    }),
    flowTypes: flowTypesOf.everywhere,
    branches: [{ next: 'required', requiredErrors: ['NoMatchingError'] }],
  }),
  GetMetricData: action({
    summary: 'Fills $.Metrics with the figures of a queue or agent.',
    group: 'flow',
    parameters: z.strictObject({
      QueueId: reference('queue').optional(),
      AgentId: freeText().optional(),
      QueueChannel: z.enum(['Voice', 'Chat']).optional(),
    }),
    atMostOne: [['QueueId', 'AgentId']],
    references: { QueueId: 'queue' },
    flowTypes: flowTypesOf.everywhere,
    branches: [{ next: 'required', requiredErrors: ['NoMatchingError'] }],
  }),
  EvaluateDataTableValues: action({
    summary: 'Reads values of a data table.',
    group: 'flow',
    parameters: undocumented(),
    flowTypes: flowTypesOf.everywhere,
    branches: [{ next: 'required', requiredErrors: ['NoMatchingError'] }],
    opaque: true,
  }),
} as const;
