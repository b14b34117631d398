import type { IntentModel } from '../bot/locale-model.ts';
import type { ActiveContext, SessionState, WireIntent, WireMessage } from './session.ts';
import type { TurnContext } from './turn-context.ts';

/** Where a conversation stands when the next step is to be found. */
export interface Progress {
  readonly intent: WireIntent;
  readonly sessionAttributes: Readonly<Record<string, string>>;
  readonly activeContexts: readonly ActiveContext[];
  readonly retries: number;
}

/** The end of a turn: what is said, and what is expected next. */
export interface TurnEnd {
  readonly sessionState: SessionState;
  readonly messages: readonly WireMessage[];
  readonly retries: number;
}

/** The model of the intent that a conversation is in. */
export const modelOf = ({ locale }: TurnContext, { name }: WireIntent): IntentModel =>
  locale.intents.get(name) ?? locale.fallback;
