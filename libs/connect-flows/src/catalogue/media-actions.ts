import * as z from 'zod';
import { action } from './action-spec.ts';
import { flowTypesOf } from './flow-type-sets.ts';
import { freeText, switched, undocumented } from './values.ts';

const participants = z.array(z.enum(['Agent', 'Customer']));

/** Actions about voice, recording and streaming. */
export const mediaActions = {
  UpdateContactRecordingBehavior: action({
    summary: 'Turns recording and its analysis on or off from here.',
    group: 'contact',
    parameters: z
      .strictObject({
        RecordingBehavior: z.strictObject({
          RecordedParticipants: participants,
          ScreenRecordedParticipants: participants.optional(),
          IVRRecordingBehavior: switched.optional(),
        }),
        AnalyticsBehavior: undocumented().optional(),
      })
      .refine(
        ({ AnalyticsBehavior, RecordingBehavior }) =>
          AnalyticsBehavior?.['Enabled'] !== 'True' || RecordingBehavior.RecordedParticipants.length === 2,
        { path: ['AnalyticsBehavior'], error: 'must be absent unless both Agent and Customer are recorded' },
      ),
    flowTypes: flowTypesOf.contactTransferQueueOrOutbound,
    branches: [{ next: 'required' }],
  }),
  UpdateContactRecordingAndAnalyticsBehavior: action({
    summary: 'Turns recording and analysis of one medium on or off from here.',
    group: 'contact',
    parameters: z.strictObject({
      VoiceBehavior: undocumented().optional(),
      ChatBehavior: undocumented().optional(),
      ScreenRecordingBehavior: undocumented().optional(),
    }),
    exactlyOne: [['VoiceBehavior', 'ChatBehavior', 'ScreenRecordingBehavior']],
    flowTypes: flowTypesOf.everywhere,
    branches: [
      {
        when: { parameter: 'ChatBehavior' },
        next: 'required',
        requiredErrors: ['NoMatchingError', 'ChannelMismatch', 'InFlightRedactionConfigurationFailed'],
      },
      { next: 'required', requiredErrors: ['NoMatchingError', 'ChannelMismatch'] },
    ],
  }),
  UpdateContactTextToSpeechVoice: action({
    summary: 'Sets the voice that speaks from here.',
    group: 'contact',
    parameters: z.strictObject({
      TextToSpeechVoice: freeText(),
      TextToSpeechEngine: z.enum(['Standard', 'Neural', 'Generative']).optional(),
      TextToSpeechStyle: z.enum(['None', 'Conversational', 'Newscaster']).optional(),
    }),
    flowTypes: flowTypesOf.everywhere,
    branches: [{ next: 'required', optionalErrors: ['NoMatchingError'] }],
  }),
  UpdateContactMediaStreamingBehavior: action({
    summary: 'Starts or stops streaming of what is said.',
    group: 'contact',
    parameters: z.strictObject({
      MediaStreamingState: switched,
      Participants: z.array(
        z.strictObject({
          ParticipantType: z.literal('Customer'),
          MediaDirections: z.array(z.enum(['From', 'To'])).min(1),
        }),
      ),
      MediaStreamType: z.literal('Audio'),
    }),
    flowTypes: flowTypesOf.notHold,
    branches: [{ next: 'required', requiredErrors: ['NoMatchingError'] }],
  }),
  UpdateContactMediaProcessing: action({
    summary: 'Has a function process the messages of a chat.',
    group: 'contact',
    parameters: z.strictObject({
      ChatProcessor: z.strictObject({
        ProcessingEnabled: z.unknown(),
        LambdaProcessorARN: freeText().optional(),
        ChatProcessorSettings: undocumented().optional(),
      }),
    }),
    flowTypes: flowTypesOf.contactTransferOrQueue,
    branches: [{ next: 'required', requiredErrors: ['NoMatchingError', 'ChannelMismatch'] }],
  }),
} as const;
