import * as z from 'zod';
import { action } from './action-spec.ts';
import { flowTypesOf } from './flow-type-sets.ts';
import { promptKinds, promptParameters } from './prompt.ts';
import {
  capitalFlag,
  flag,
  freeText,
  reference,
  texts,
  undocumented,
  wholeNumber,
  wholeNumberOrPath,
} from './values.ts';

/** Actions that speak with a participant, show something or end the contact. */
export const participantActions = {
  MessageParticipant: action({
    summary: 'Says a text or plays a prompt.',
    group: 'participant',
    parameters: z.strictObject({
      ...promptParameters,
      SkipWhenDTMFBufferEnabled: flag.optional(),
      TextToSpeechType: freeText().optional(),
    }),
    exactlyOne: [promptKinds],
    references: { PromptId: 'prompt' },
    flowTypes: flowTypesOf.notHold,
    disputed: ['OUTBOUND_WHISPER'],
    branches: [{ next: 'required', optionalErrors: ['NoMatchingError'] }],
  }),
  MessageParticipantIteratively: action({
    summary: 'Repeats prompts to a waiting participant until it is interrupted.',
    group: 'participant',
    parameters: z.strictObject({
      Messages: z.array(z.strictObject(promptParameters)).min(1),
      InterruptFrequencySeconds: wholeNumber(20).optional(),
      ContinueMessagingDuringInterrupt: flag.optional(),
    }),
    references: { 'Messages.*.PromptId': 'prompt' },
    flowTypes: flowTypesOf.queueOrHold,
    branches: [
      {
        when: { parameter: 'InterruptFrequencySeconds' },
        next: 'optional',
        optionalErrors: ['NoMatchingError'],
        conditions: { operators: ['Equals'], operands: ['MessagesInterrupted'] },
      },
      { next: 'optional', optionalErrors: ['NoMatchingError'] },
    ],
    waitsFor: 'time',
  }),
  GetParticipantInput: action({
    summary: 'Asks for keys: one that chooses a branch, or several that are stored in $.StoredCustomerInput.',
    group: 'participant',
    parameters: z.strictObject({
      ...promptParameters,
      InputTimeLimitSeconds: wholeNumber(1, 180),
      StoreInput: capitalFlag.optional(),
      DTMFConfiguration: z
        .strictObject({
          InputTerminationSequence: z
            .string()
            .regex(/^[0-9*#]{1,5}$/)
            .optional(),
          DisableCancelKey: flag.optional(),
          InterdigitTimeLimitSeconds: wholeNumber(1, 20).optional(),
        })
        .optional(),
      InputValidation: z
        .strictObject({
          CustomValidation: z.strictObject({ MaximumLength: wholeNumber(1) }).optional(),
          PhoneNumberValidation: z
            .strictObject({
              NumberFormat: z.enum(['Local', 'E164']),
              CountryCode: z
                .string()
                .regex(/^[A-Z]{2}$/)
                .optional(),
            })
            .optional(),
        })
        .optional(),
      InputEncryption: z.strictObject({ EncryptionKeyId: freeText(), Key: freeText() }).optional(),
    }),
    atMostOne: [promptKinds, ['InputValidation.CustomValidation', 'InputValidation.PhoneNumberValidation']],
    references: { PromptId: 'prompt' },
    flowTypes: flowTypesOf.contactTransferOrQueue,
    branches: [
      {
        when: { parameter: 'InputValidation.PhoneNumberValidation' },
        next: 'required',
        requiredErrors: ['NoMatchingError', 'InvalidPhoneNumber'],
      },
      {
        when: { parameter: 'StoreInput', among: ['True'] },
        next: 'required',
        requiredErrors: ['NoMatchingError'],
      },
      {
        next: { copy: 'NoMatchingCondition' },
        requiredErrors: ['InputTimeLimitExceeded', 'NoMatchingCondition', 'NoMatchingError'],
        conditions: {
          operators: ['Equals'],
          operands: ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '#'],
        },
      },
    ],
    waitsFor: 'customer',
  }),
  ConnectParticipantWithLexBot: action({
    summary: 'Hands the customer to a Lex bot until an intent is fulfilled.',
    group: 'participant',
    parameters: z.strictObject({
      ...promptParameters,
      LexV2Bot: z.strictObject({ AliasArn: reference('bot') }).optional(),
      LexBot: z.strictObject({ Name: freeText(), Region: freeText(), Alias: freeText() }).optional(),
      LexSessionAttributes: texts().optional(),
      LexInitializationData: z.strictObject({ InitialMessage: freeText() }).optional(),
      LexTimeoutSeconds: z.strictObject({ Text: wholeNumber(60, 604_800) }).optional(),
    }),
    exactlyOne: [['LexV2Bot', 'LexBot']],
    atMostOne: [[...promptKinds, 'LexInitializationData']],
    references: { PromptId: 'prompt', 'LexV2Bot.AliasArn': 'bot' },
    flowTypes: flowTypesOf.contactTransferOrQueue,
    branches: [
      {
        next: { copy: 'NoMatchingCondition' },
        requiredErrors: ['NoMatchingError', 'NoMatchingCondition'],
        optionalErrors: ['InputTimeLimitExceeded'],
        conditions: { operators: ['Equals'], operands: 'any' },
      },
    ],
    waitsFor: 'customer',
  }),
  ShowView: action({
    summary: 'Shows a view to the participant and branches on what is done with it.',
    group: 'participant',
    parameters: z.strictObject({
      ViewResource: z.strictObject({ Id: freeText(), Version: freeText().optional() }),
      InvocationTimeLimitSeconds: wholeNumberOrPath(1),
      ViewData: undocumented().optional(),
      SensitiveDataConfiguration: z
        .strictObject({ HideResponseOn: z.array(z.enum(['TRANSCRIPT'])) })
        .optional(),
    }),
    flowTypes: [...flowTypesOf.contact, 'CUSTOMER_QUEUE'],
    disputed: ['CUSTOMER_QUEUE'],
    branches: [
      {
        next: { copy: 'NoMatchingError' },
        requiredErrors: ['NoMatchingCondition', 'NoMatchingError', 'TimeLimitExceeded'],
        conditions: { operators: ['Equals'], operands: 'any' },
      },
    ],
    waitsFor: 'customer',
  }),
  DisconnectParticipant: action({
    summary: 'Ends the contact.',
    group: 'participant',
    parameters: z.strictObject({}),
    flowTypes: flowTypesOf.contactTransferOrQueue,
    branches: [{ next: 'none' }],
  }),
  TransferParticipantToThirdParty: action({
    summary: 'Calls a number outside and connects the participant with it.',
    group: 'participant',
    parameters: z.strictObject({
      ThirdPartyPhoneNumber: freeText().optional(),
      ThirdPartyConnectionTimeLimitSeconds: wholeNumberOrPath(0, 600).optional(),
      ContinueFlowExecution: capitalFlag.optional(),
      ThirdPartyDTMFDigits: z
        .string()
        .regex(/^(?:[0-9,*#]{1,50}|\$\..+)$/)
        .optional(),
      CallerId: z.strictObject({ Number: freeText().optional(), Name: freeText().optional() }).optional(),
      VoiceConnector: z
        .strictObject({
          VoiceConnectorType: z.literal('ChimeConnector'),
          VoiceConnectorArn: freeText(),
          FromUser: freeText(),
          ToUser: freeText(),
          UserToUserInformation: freeText().optional(),
        })
        .optional(),
    }),
    exactlyOne: [['ThirdPartyPhoneNumber', 'VoiceConnector']],
    flowTypes: flowTypesOf.contactTransferOrQueue,
    branches: [
      {
        when: { parameter: 'ContinueFlowExecution', among: ['True'] },
        next: 'required',
        requiredErrors: ['CallFailed', 'ConnectionTimeLimitExceeded', 'NoMatchingError'],
      },
      { next: { copy: 'NoMatchingError' }, requiredErrors: ['NoMatchingError'] },
    ],
    waitsFor: 'customer',
  }),
  AuthenticateParticipant: action({
    summary: 'Has the customer of a chat sign in.',
    group: 'participant',
    parameters: undocumented(),
    flowTypes: flowTypesOf.contact,
    branches: [
      {
        next: 'required',
        requiredErrors: ['NoMatchingError', 'TimeLimitExceeded'],
        conditions: { operators: ['Equals'], operands: 'any' },
      },
    ],
    waitsFor: 'customer',
    opaque: true,
  }),
} as const;
