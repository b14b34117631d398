/** A slot: one fact that an intent needs. */
export interface SlotDefinition {
  readonly description: string;
  /** A built-in type (`AMAZON.…`) or a slot type of the same bot. */
  readonly type: string;
  readonly required: boolean;
  readonly prompts: readonly [string, ...string[]];
  /** Personal values are written to conversation logs as the slot's name only. */
  readonly personal?: boolean;
}

/** What a person may want of the bot. */
export interface IntentDefinition {
  readonly description: string;
  /** Things people say; `{Slot}` stands for a value. Empty only for the intent that takes what no other does. */
  readonly utterances: readonly string[];
  /** More of them, for one locale. */
  readonly localUtterances?: Readonly<Record<string, readonly string[]>>;
  /** In the order in which they are asked for. */
  readonly slots: Readonly<Record<string, SlotDefinition>>;
  /** Whether the function is asked before each turn. It is always asked to fulfil. */
  readonly dialogHook: boolean;
  readonly parentSignature?: 'AMAZON.FallbackIntent';
}

/** A list of values that stands for more of its kind. */
export interface SlotTypeDefinition {
  readonly description: string;
  readonly values: readonly { readonly value: string; readonly synonyms: readonly string[] }[];
}

/** How the bot speaks in a locale. */
export interface LocaleDefinition {
  readonly voice: string;
  readonly engine: 'standard' | 'neural';
}

/** A Lex V2 bot in all its locales. */
export interface BotDefinition {
  readonly description: string;
  /** Seconds without a word after which a session ends. */
  readonly idleSessionSeconds: number;
  /** Below this confidence an intent is not chosen; 0 to 1. */
  readonly confidenceThreshold: number;
  readonly locales: Readonly<Record<string, LocaleDefinition>>;
  readonly slotTypes: Readonly<Record<string, SlotTypeDefinition>>;
  readonly intents: Readonly<Record<string, IntentDefinition>>;
}
