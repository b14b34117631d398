import * as z from 'zod';
import { action } from './action-spec.ts';
import { flowTypesOf } from './flow-type-sets.ts';
import { flag, freeText, path, reference, texts, undocumented, wholeNumber } from './values.ts';

const failing = [{ next: 'required', requiredErrors: ['NoMatchingError'] }] as const;

/** Voice ID ended in May 2026; exports still have its settings. */
const voiceIdParameters = {
  IsVoiceIdStreamingEnabled: flag.optional(),
  IsVoiceAuthenticationEnabled: flag.optional(),
  VoiceAuthenticationThreshold: freeText().optional(),
  VoiceAuthenticationResponseTime: freeText().optional(),
  IsFraudDetectionEnabled: flag.optional(),
  FraudDetectionThreshold: freeText().optional(),
};

/** Actions that change what a contact carries and how it is treated. */
export const contactActions = {
  UpdateContactAttributes: action({
    summary: 'Writes attributes of the contact; more than 32 768 bytes in total is an error.',
    group: 'contact',
    parameters: z.strictObject({
      Attributes: texts(),
      TargetContact: z.enum(['Current', 'Related']).optional(),
    }),
    flowTypes: flowTypesOf.everywhere,
    branches: failing,
  }),
  UpdateContactData: action({
    summary: 'Writes the name, the language and other facts of the contact.',
    group: 'contact',
    parameters: z.strictObject({
      Name: freeText().optional(),
      Description: freeText().optional(),
      LanguageCode: freeText().optional(),
      CustomerId: freeText().optional(),
      References: undocumented().optional(),
      WisdomSessionArn: freeText().optional(),
      TargetContact: z.enum(['Current', 'Related']).optional(),
      ...voiceIdParameters,
    }),
    flowTypes: flowTypesOf.everywhere,
    branches: failing,
  }),
  UpdateContactEventHooks: action({
    summary: 'Sets the flow that runs at one moment of the contact, such as while it waits in a queue.',
    group: 'contact',
    parameters: z.strictObject({
      EventHooks: z
        .strictObject({
          AgentHold: reference('flow').optional(),
          AgentWhisper: reference('flow').optional(),
          CustomerHold: reference('flow').optional(),
          CustomerQueue: reference('flow').optional(),
          CustomerRemaining: reference('flow').optional(),
          CustomerWhisper: reference('flow').optional(),
          DefaultAgentUI: reference('flow').optional(),
          DisconnectAgentUI: reference('flow').optional(),
          PauseContact: reference('flow').optional(),
          ResumeContact: reference('flow').optional(),
        })
        .refine((hooks) => Object.keys(hooks).length === 1, { error: 'must have exactly one hook' }),
    }),
    references: { 'EventHooks.*': 'flow' },
    flowTypes: flowTypesOf.everywhere,
    branches: failing,
  }),
  UpdateContactCallbackNumber: action({
    summary: 'Sets the number that a callback dials, from one reference.',
    group: 'contact',
    parameters: z.strictObject({ CallbackNumber: path() }),
    paths: ['CallbackNumber'],
    flowTypes: flowTypesOf.contactTransferOrQueue,
    branches: [{ next: 'required', requiredErrors: ['InvalidCallbackNumber', 'CallbackNumberNotDialable'] }],
  }),
  UpdateContactRoutingBehavior: action({
    summary: 'Moves the contact forward or back in its queue.',
    group: 'contact',
    parameters: z.strictObject({
      QueuePriority: wholeNumber(1).optional(),
      QueueTimeAdjustmentSeconds: wholeNumber(-Number.MAX_SAFE_INTEGER).optional(),
      RoutingProficiencies: z.unknown().optional(),
    }),
    exactlyOne: [['QueuePriority', 'QueueTimeAdjustmentSeconds', 'RoutingProficiencies']],
    flowTypes: flowTypesOf.contactTransferQueueOrOutbound,
    disputed: ['AGENT_TRANSFER', 'QUEUE_TRANSFER', 'CUSTOMER_QUEUE', 'OUTBOUND_WHISPER'],
    branches: [
      {
        when: { parameter: 'RoutingProficiencies' },
        next: 'required',
        requiredErrors: ['NoMatchingError'],
      },
      { next: 'required' },
    ],
  }),
  UpdateContactRoutingCriteria: action({
    summary: 'Says which agents the contact is offered to, step by step.',
    group: 'contact',
    parameters: z.strictObject({ RoutingCriteria: undocumented() }),
    flowTypes: flowTypesOf.contactTransferQueueOrOutbound,
    disputed: ['OUTBOUND_WHISPER'],
    branches: failing,
  }),
  UpdatePreviousContactParticipantState: action({
    summary: 'Puts the agent or the customer of the previous contact on hold, or neither.',
    group: 'contact',
    parameters: z.strictObject({
      PreviousContactParticipantState: z.enum(['AgentOnHold', 'CustomerOnHold', 'OffHold']),
    }),
    flowTypes: flowTypesOf.contactTransferOrOutbound,
    disputed: ['OUTBOUND_WHISPER'],
    branches: failing,
  }),
  TagContact: action({
    summary: 'Adds tags to the contact.',
    group: 'contact',
    parameters: z.strictObject({
      Tags: texts().refine(
        (tags) => {
          const keys = Object.keys(tags);
          return keys.length <= 6 && !keys.some((key) => key.startsWith('aws:'));
        },
        { error: 'must have 1 to 6 tags, none of which starts with aws:' },
      ),
    }),
    flowTypes: flowTypesOf.everywhere,
    branches: failing,
  }),
  UntagContact: action({
    summary: 'Removes tags from the contact.',
    group: 'contact',
    parameters: z.strictObject({ TagKeys: z.array(z.string().min(1)).min(1) }),
    flowTypes: flowTypesOf.everywhere,
    branches: failing,
  }),
} as const;
