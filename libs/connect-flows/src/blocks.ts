import type { FlowTransitions } from './flow-language.ts';

/** One block of a flow. `Target` is the union of the flow's block names, so that a dangling transition does not compile. */
export interface Block<Target extends string> {
  readonly type: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly next?: Target;
  readonly errors?: Readonly<Partial<Record<FlowErrorType, Target>>>;
  /** In order; the first that holds wins. */
  readonly conditions?: readonly { readonly equals: string; readonly next: Target }[];
}

/** The error branches that the blocks here have. */
export type FlowErrorType = 'NoMatchingError' | 'NoMatchingCondition';

/** Who is recorded. Recording what the bot says to the customer is separate from the two people's conversation. */
export interface Recording {
  readonly participants: readonly ('Agent' | 'Customer')[];
  readonly automatedInteraction: boolean;
}

/** Turns recording on or off from here. It has no error branch. */
export const setRecording = <const T extends string>(
  { participants, automatedInteraction }: Recording,
  next: T,
): Block<T> => ({
  type: 'UpdateContactRecordingBehavior',
  parameters: {
    RecordingBehavior: {
      RecordedParticipants: participants,
      IVRRecordingBehavior: automatedInteraction ? 'Enabled' : 'Disabled',
    },
  },
  next,
});

/** Says a text, in which `$.Attributes.name` stands for a contact attribute. */
export const say = <const T extends string>(text: string, then: { next: T; failed: T }): Block<T> => ({
  type: 'MessageParticipant',
  parameters: { Text: text },
  next: then.next,
  errors: { NoMatchingError: then.failed },
});

/** A conversation with a Lex V2 bot. */
export interface BotConversation {
  /** What opens the conversation. */
  readonly text: string;
  readonly aliasArn: string;
  readonly sessionAttributes?: Readonly<Record<string, string>>;
}

/**
 * Hands the customer to a Lex V2 bot until an intent is fulfilled. `intents` says where to go on for some of them,
 * `otherwise` for the rest.
 */
export const talkToBot = <const T extends string>(
  { text, aliasArn, sessionAttributes }: BotConversation,
  then: { intents?: Readonly<Record<string, T>>; otherwise: T; failed: T },
): Block<T> => ({
  type: 'ConnectParticipantWithLexBot',
  parameters: {
    Text: text,
    LexV2Bot: { AliasArn: aliasArn },
    ...(sessionAttributes === undefined ? {} : { LexSessionAttributes: sessionAttributes }),
  },
  // Exports of the designer repeat the target of "no match" here.
  next: then.otherwise,
  errors: { NoMatchingCondition: then.otherwise, NoMatchingError: then.failed },
  conditions: Object.entries(then.intents ?? {}).map(([equals, next]) => ({ equals, next })),
});

/** Ends the contact. */
export const disconnect = (): Block<never> => ({ type: 'DisconnectParticipant', parameters: {} });

/** The transitions of a block in the Flow language; none for one that ends the flow. */
export function transitionsOf({ next, errors, conditions }: Block<string>): FlowTransitions {
  if (next === undefined) return {};
  return {
    NextAction: next,
    Errors: Object.entries(errors ?? {}).map(([ErrorType, NextAction]) => ({ ErrorType, NextAction })),
    Conditions: (conditions ?? []).map(({ equals, next: NextAction }) => ({
      NextAction,
      Condition: { Operator: 'Equals', Operands: [equals] },
    })),
  };
}
