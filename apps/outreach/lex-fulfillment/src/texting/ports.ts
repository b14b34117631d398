import type { PhoneNumber } from '@atlas-engine/domain';
import type { Clock, Logger } from '@atlas-engine/function-kit';
import type { InteractionStore } from '@atlas-engine/interaction-store';
import type { BotLocale } from '@atlas-engine/lex-contracts';

/** What a customer says to the bot. */
export interface Said {
  readonly phone: PhoneNumber;
  readonly locale: BotLocale;
  readonly text: string;
}

/** `BUSY`: another turn of the same conversation is under way. `FAILED`: the bot's function could not answer. */
export type BotReply =
  | { readonly kind: 'REPLY'; readonly texts: readonly string[] }
  | { readonly kind: 'BUSY' }
  | { readonly kind: 'FAILED' };

/** A text to a customer. */
export interface OutboundText {
  readonly to: PhoneNumber;
  /** The number that the customer wrote to. */
  readonly from: PhoneNumber;
  readonly text: string;
}

/** What answering texts uses of the world. */
export interface TextingPorts {
  readonly store: Pick<
    InteractionStore,
    'takeText' | 'markTextAnswered' | 'stopTexts' | 'startTexts' | 'areTextsStopped' | 'doNotCall'
  >;
  /** AtlasEngineBot, through the alias that only this function may speak to. */
  readonly askBot: (said: Said) => Promise<BotReply>;
  readonly sendText: (text: OutboundText) => Promise<void>;
  readonly clock: Clock;
  readonly logger: Pick<Logger, 'info'>;
  readonly count: (event: 'TextAnswered' | 'TextsStopped' | 'TextsStarted' | 'OptedOut') => void;
}
