import type { BotName } from '@atlas-engine/resource-names';
import { actions } from '../builder/actions.ts';
import { equals } from '../builder/conditions.ts';
import type { BotBlock } from './bot-block.ts';
import type { IntentOf } from '../references/bot-intents.ts';
import { bot as botReference } from '../references/references.ts';

type Key = '0' | '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9' | '*' | '#';

/** Asks for one key and branches on it. */
export const menu = <const T extends string>(
  { text, seconds }: { readonly text: string; readonly seconds: number },
  then: {
    readonly keys: { readonly [K in Key]?: T };
    readonly otherwise: T;
    readonly timedOut: T;
    readonly failed: T;
  },
) =>
  actions.getParticipantInput(
    { Text: text, StoreInput: 'False', InputTimeLimitSeconds: String(seconds) },
    {
      conditions: Object.entries<T>(then.keys).map(([key, next]) => ({
        operator: 'Equals',
        operand: key as Key,
        next,
      })),
      errors: {
        InputTimeLimitExceeded: then.timedOut,
        NoMatchingCondition: then.otherwise,
        NoMatchingError: then.failed,
      },
    },
  );

/** Asks for a number and keeps it in `$.StoredCustomerInput`; no input at all is the value `Timeout`. */
export const askPhoneNumber = <const T extends string>(
  { text, seconds }: { readonly text: string; readonly seconds: number },
  then: { readonly next: T; readonly invalid: T; readonly failed: T },
) =>
  actions.getParticipantInput(
    {
      Text: text,
      StoreInput: 'True',
      InputTimeLimitSeconds: String(seconds),
      InputValidation: { PhoneNumberValidation: { NumberFormat: 'E164' } },
      DTMFConfiguration: { InputTerminationSequence: '#' },
    },
    { next: then.next, errors: { NoMatchingError: then.failed, InvalidPhoneNumber: then.invalid } },
  );

/** At least one branch, and none on an intent that the bot does not have. */
type BranchesOnIntents<Name extends BotName, Intents> = {
  [Intent in IntentOf<Name>]: Readonly<Record<Intent, string>>;
}[IntentOf<Name>] &
  Readonly<Record<Exclude<keyof Intents, IntentOf<Name>>, never>>;

/** A conversation with a bot: what opens it, and what the bot is told. */
export interface Conversation<Name extends BotName> {
  readonly bot: Name;
  /** What opens the conversation; in a chat the customer's first message can do so. */
  readonly text: string;
  readonly sessionAttributes?: Readonly<Record<string, string>>;
  /** How long a customer of a chat may be silent; 5 minutes when absent. */
  readonly chatSeconds?: number;
}

/** Hands the customer to a bot until an intent is fulfilled, and branches on the intent. */
export const talkToBot = <
  const Name extends BotName,
  const T extends string,
  const Intents extends Readonly<Record<string, string>>,
>(
  { bot, text, sessionAttributes, chatSeconds }: Conversation<Name>,
  then: {
    readonly intents: Intents & BranchesOnIntents<Name, Intents>;
    readonly otherwise: T;
    readonly failed: T;
    /** Where a customer goes on who stays silent in a chat; to `failed` when absent. */
    readonly timedOut?: T;
  },
): BotBlock<T | Intents[keyof Intents]> =>
  actions.connectParticipantWithLexBot<T | Intents[keyof Intents]>(
    {
      Text: text,
      LexV2Bot: { AliasArn: botReference(bot) },
      ...(sessionAttributes === undefined ? {} : { LexSessionAttributes: sessionAttributes }),
      ...(chatSeconds === undefined ? {} : { LexTimeoutSeconds: { Text: String(chatSeconds) } }),
    },
    {
      conditions: Object.entries<Intents[keyof Intents]>(then.intents as never).map(([intent, next]) =>
        equals(intent, next),
      ),
      errors: {
        NoMatchingCondition: then.otherwise,
        NoMatchingError: then.failed,
        ...(then.timedOut === undefined ? {} : { InputTimeLimitExceeded: then.timedOut }),
      },
    },
  );
