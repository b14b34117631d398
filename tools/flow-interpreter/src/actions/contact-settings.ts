import * as z from 'zod';
import { defineAction, failed, nextIf, numeric, texts } from '../action.ts';

/** Most bytes of all attributes of a contact together. Source: Connect administrator guide, contact attributes. */
const mostAttributeBytes = 32_768;

export const updateContactAttributes = defineAction({
  parameters: z.strictObject({
    Attributes: texts.refine((each) => Object.keys(each).length > 0, 'at least one is needed'),
    TargetContact: z.enum(['Current', 'Related']).optional(),
  }),
  start({ parameters: { Attributes, TargetContact }, run, map, contact }) {
    const attributes = { ...run.contact.attributes, ...map(Attributes) };
    // Contacts here have no related contact.
    const fits = Buffer.byteLength(Object.entries(attributes).flat().join('')) <= mostAttributeBytes;
    return TargetContact === 'Related' || !fits ? failed() : { branch: 'next', run: contact({ attributes }) };
  },
});

export const updateContactData = defineAction({
  parameters: z.strictObject({
    Name: z.string().optional(),
    Description: z.string().optional(),
    LanguageCode: z.string().optional(),
    CustomerId: z.string().optional(),
    References: z
      .record(z.string(), z.strictObject({ Value: z.string(), Type: z.string().optional() }))
      .optional(),
    TargetContact: z.enum(['Current', 'Related']).optional(),
  }),
  start({ parameters, run, text, contact }) {
    const { Name, Description, LanguageCode, CustomerId, References = {} } = parameters;
    if (parameters.TargetContact === 'Related') return failed();
    const references = Object.entries(References).map(([key, { Value }]) => [key, text(Value)] as const);
    return {
      branch: 'next',
      run: contact({
        ...(Name === undefined ? {} : { name: text(Name) }),
        ...(Description === undefined ? {} : { description: text(Description) }),
        ...(LanguageCode === undefined ? {} : { languageCode: text(LanguageCode) }),
        ...(CustomerId === undefined ? {} : { customerId: text(CustomerId) }),
        references: { ...run.contact.references, ...Object.fromEntries(references) },
      }),
    };
  },
});

const recorded = z.array(z.enum(['Agent', 'Customer']));

export const updateContactRecordingBehavior = defineAction({
  parameters: z.strictObject({
    RecordingBehavior: z.strictObject({
      RecordedParticipants: recorded,
      ScreenRecordedParticipants: z.array(z.string()).optional(),
      IVRRecordingBehavior: z.enum(['Enabled', 'Disabled']).optional(),
    }),
    AnalyticsBehavior: z.record(z.string(), z.unknown()).optional(),
  }),
  start: ({ parameters: { RecordingBehavior: behavior }, contact }) => ({
    branch: 'next',
    run: contact({
      recording: {
        participants: behavior.RecordedParticipants,
        automatedInteraction: behavior.IVRRecordingBehavior === 'Enabled',
      },
    }),
  }),
});

export const updateContactRecordingAndAnalyticsBehavior = defineAction({
  parameters: z.union([
    z.strictObject({
      VoiceBehavior: z.looseObject({
        VoiceRecordingBehavior: z
          .looseObject({
            RecordedParticipants: recorded,
            IVRRecordingBehavior: z.enum(['Enabled', 'Disabled']).optional(),
          })
          .optional(),
      }),
    }),
    z.strictObject({ ChatBehavior: z.looseObject({}) }),
    z.strictObject({ ScreenRecordingBehavior: z.looseObject({}) }),
  ]),
  start({ parameters, run, contact }) {
    if ('VoiceBehavior' in parameters) {
      if (run.contact.channel !== 'VOICE') return failed('ChannelMismatch');
      const behavior = parameters.VoiceBehavior.VoiceRecordingBehavior;
      if (behavior === undefined) return { branch: 'next' };
      const automatedInteraction = behavior.IVRRecordingBehavior === 'Enabled';
      const recording = { participants: behavior.RecordedParticipants, automatedInteraction };
      return { branch: 'next', run: contact({ recording }) };
    }
    const forChat = 'ChatBehavior' in parameters;
    return forChat && run.contact.channel !== 'CHAT' ? failed('ChannelMismatch') : { branch: 'next' };
  },
});

export const updateContactTextToSpeechVoice = defineAction({
  parameters: z.strictObject({
    TextToSpeechVoice: z.string(),
    TextToSpeechEngine: z.enum(['Standard', 'Neural', 'Generative']).optional(),
    TextToSpeechStyle: z.enum(['None', 'Conversational', 'Newscaster']).optional(),
  }),
  start({ parameters: { TextToSpeechVoice, TextToSpeechEngine, TextToSpeechStyle }, text, contact }) {
    const name = text(TextToSpeechVoice);
    const voice = {
      name,
      ...(TextToSpeechEngine === undefined ? {} : { engine: TextToSpeechEngine }),
      ...(TextToSpeechStyle === undefined ? {} : { style: TextToSpeechStyle }),
    };
    return nextIf(name === '' ? undefined : contact({ voice }));
  },
});

const hooks = [
  ...['AgentHold', 'AgentWhisper', 'CustomerHold', 'CustomerQueue', 'CustomerRemaining', 'CustomerWhisper'],
  ...['DefaultAgentUI', 'DisconnectAgentUI', 'PauseContact', 'ResumeContact'],
];

export const updateContactEventHooks = defineAction({
  parameters: z.strictObject({
    EventHooks: texts
      .refine((each) => Object.keys(each).length === 1, 'exactly one hook is allowed')
      .refine(
        (each) => Object.keys(each).every((hook) => hooks.includes(hook)),
        `hooks are ${hooks.join(', ')}`,
      ),
  }),
  start({ parameters, run, world, map, contact }) {
    const set = map(parameters.EventHooks);
    const known = Object.values(set).every((flow) => world.flow(flow) !== undefined);
    return nextIf(known ? contact({ hooks: { ...run.contact.hooks, ...set } }) : undefined);
  },
});

export const tagContact = defineAction({
  parameters: z.strictObject({ Tags: texts }),
  start({ parameters, run, map, contact }) {
    const tags = map(parameters.Tags);
    const allowed =
      Object.keys(tags).every((key) => !key.startsWith('aws:')) && Object.keys(tags).length <= 6;
    return nextIf(allowed ? contact({ tags: { ...run.contact.tags, ...tags } }) : undefined);
  },
});

export const untagContact = defineAction({
  parameters: z.strictObject({ TagKeys: z.array(z.string()).min(1) }),
  start: ({ parameters, run, contact }) => ({
    branch: 'next',
    run: contact({
      tags: Object.fromEntries(
        Object.entries(run.contact.tags).filter(([key]) => !parameters.TagKeys.includes(key)),
      ),
    }),
  }),
});

/** It has no branch for an error, and there is nothing here that listens to the stream. */
export const updateContactMediaStreamingBehavior = defineAction({
  parameters: z.strictObject({
    MediaStreamingState: z.enum(['Enabled', 'Disabled']),
    Participants: z.array(z.looseObject({})).optional(),
    MediaStreamType: z.literal('Audio').optional(),
  }),
  start: ({ run }) => (run.contact.channel === 'VOICE' ? { branch: 'next' } : failed()),
});

export const updateContactRoutingBehavior = defineAction({
  parameters: z
    .strictObject({ QueuePriority: numeric.optional(), QueueTimeAdjustmentSeconds: numeric.optional() })
    .refine(
      (given) => Object.keys(given).length === 1,
      'exactly one of QueuePriority, QueueTimeAdjustmentSeconds is allowed',
    ),
  start: ({ parameters: { QueuePriority, QueueTimeAdjustmentSeconds }, contact }) => ({
    branch: 'next',
    run: contact({
      routing:
        QueuePriority === undefined
          ? { adjustSeconds: Number(QueueTimeAdjustmentSeconds) }
          : { priority: Number(QueuePriority) },
    }),
  }),
});
