import type { ContactFlowName } from '@atlas-engine/resource-names';
import { actions } from '../builder/actions.ts';
import type { ParametersOf } from '../catalogue/index.ts';
import type { ContactAttributeName } from '../language/contact-attributes.ts';
import { flow as flowReference } from '../references/references.ts';

interface AfterChange<T extends string> {
  readonly next: T;
  readonly failed: T;
}

/** Writes attributes of the contact. */
export const setAttributes = <const T extends string>(
  attributes: { readonly [Name in ContactAttributeName]?: string },
  { next, failed }: AfterChange<T>,
) =>
  actions.updateContactAttributes(
    { Attributes: { ...(attributes as Record<string, string>) }, TargetContact: 'Current' },
    { next, errors: { NoMatchingError: failed } },
  );

/** Keeps values in `$.FlowAttributes` until the flow ends; modules and other flows do not see them. */
export const setFlowAttributes = <const T extends string>(
  values: Readonly<Record<string, string>>,
  { next, failed }: AfterChange<T>,
) =>
  actions.updateFlowAttributes(
    {
      FlowAttributes: Object.fromEntries(
        Object.entries(values).map(([name, Value]) => [name, { Value }] as const),
      ),
    },
    { next, errors: { NoMatchingError: failed } },
  );

/** Who is recorded. Recording what the bot says to the customer is separate from the two people's conversation. */
export interface Recording {
  readonly participants: readonly ('Agent' | 'Customer')[];
  readonly automatedInteraction: boolean;
}

/** Turns recording on or off from here. It has no error branch. */
export const setRecording = <const T extends string>(
  { participants, automatedInteraction }: Recording,
  next: T,
) =>
  actions.updateContactRecordingBehavior(
    {
      RecordingBehavior: {
        RecordedParticipants: [...participants],
        IVRRecordingBehavior: automatedInteraction ? 'Enabled' : 'Disabled',
      },
    },
    { next },
  );

/** Turns the log of the flow on or off from here. */
export const setLogging = <const T extends string>(state: 'Enabled' | 'Disabled', next: T) =>
  actions.updateFlowLoggingBehavior({ FlowLoggingBehavior: state }, { next });

/** Sets the voice that speaks from here. */
export const setVoice = <const T extends string>(
  voice: string,
  engine: NonNullable<ParametersOf<'UpdateContactTextToSpeechVoice'>['TextToSpeechEngine']>,
  { next, failed }: AfterChange<T>,
) =>
  actions.updateContactTextToSpeechVoice(
    { TextToSpeechVoice: voice, TextToSpeechEngine: engine },
    { next, errors: { NoMatchingError: failed } },
  );

/** Sets the language that bots understand and that is spoken from here, such as `en-GB`. */
export const setLanguage = <const T extends string>(
  languageCode: `${string}-${string}`,
  { next, failed }: AfterChange<T>,
) =>
  actions.updateContactData(
    { LanguageCode: languageCode, TargetContact: 'Current' },
    { next, errors: { NoMatchingError: failed } },
  );

type Hook = keyof ParametersOf<'UpdateContactEventHooks'>['EventHooks'];

/** Sets the flow that runs at one moment of the contact, such as `CustomerQueue` or `AgentWhisper`. */
export const setEventFlow = <const T extends string>(
  hook: Hook,
  name: ContactFlowName,
  { next, failed }: AfterChange<T>,
) =>
  actions.updateContactEventHooks(
    { EventHooks: { [hook]: flowReference(name) } },
    { next, errors: { NoMatchingError: failed } },
  );
