import type { CardDefinition } from './card-definition.ts';

/** One way or up to three ways of saying the same thing; Lex takes one of them. */
export type Wordings = readonly [string] | readonly [string, string] | readonly [string, string, string];

/** A slot: one fact that an intent needs. */
export interface SlotDefinition {
  readonly description: string;
  /** A built-in type (`AMAZON.…`) or a slot type of the same bot. */
  readonly type: string;
  readonly required: boolean;
  readonly prompts: Wordings;
  /** Shown with the prompt where there is a screen. */
  readonly card?: CardDefinition;
  /** How often it is asked for again; 2 when absent, 0 to 5. */
  readonly retries?: number;
  /** Personal values are written to conversation logs as the slot's name only. */
  readonly personal?: boolean;
  /** Fills the slot when the intent begins: `#context.Slot` or `[sessionAttribute]`, else a value. */
  readonly initially?: readonly string[];
}

/** Asks before something is done that cannot be undone. `{Slot}` stands for what was said. */
export interface ConfirmationDefinition {
  readonly prompts: Wordings;
  /** What is said to a "no". */
  readonly declined: Wordings;
}

/** What an intent leaves behind for those that need it, once it is fulfilled. */
export interface OutputContextDefinition {
  readonly name: string;
  /** 5 to 86,400. */
  readonly seconds: number;
  /** 1 to 20. */
  readonly turns: number;
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
  readonly confirmation?: ConfirmationDefinition;
  /** The intent is understood only while all of these are active. */
  readonly inputContexts?: readonly string[];
  readonly outputContexts?: readonly OutputContextDefinition[];
  readonly parentSignature?: 'AMAZON.FallbackIntent';
}

/** A list of values. */
export interface SlotTypeDefinition {
  readonly description: string;
  readonly values: readonly { readonly value: string; readonly synonyms: readonly string[] }[];
  /** Whether only these values are taken; otherwise they are samples, and what else is said counts as it was said. */
  readonly closed?: boolean;
}

/** What is said of a slot in another language. */
export interface SlotTranslation {
  readonly prompts: Wordings;
  /** Another slot type, where the slot's own does not exist in the locale. */
  readonly type?: string;
}

/** What is said of an intent in another language. */
export interface IntentTranslation {
  readonly utterances: readonly string[];
  readonly slots: Readonly<Record<string, SlotTranslation>>;
  readonly confirmation?: ConfirmationDefinition;
}

/** All that is said in a language that is not the bot's own. Names stay: fulfilment sees the same intents and slots. */
export interface Translation {
  /** In the place of the bot's own of that name, or beside them. */
  readonly slotTypes: Readonly<Record<string, SlotTypeDefinition>>;
  readonly intents: Readonly<Record<string, IntentTranslation>>;
}

/** How the bot speaks in a locale. */
export interface LocaleDefinition {
  readonly voice: string;
  readonly engine: 'standard' | 'neural' | 'long-form' | 'generative';
  /** Whether the bot answers texts (SMS) in it; it does, unless it is said otherwise. What is asked must then fit into one. */
  readonly texted?: boolean;
  /** For a locale of another language than the one that the bot is written in. */
  readonly translation?: Translation;
}

/** A Lex V2 bot in all its locales. */
export interface BotDefinition {
  readonly description: string;
  /** Seconds without a word after which a session ends; 60 to 86,400. */
  readonly idleSessionSeconds: number;
  /** Below this confidence an intent is not chosen; 0 to 1. */
  readonly confidenceThreshold: number;
  readonly locales: Readonly<Record<string, LocaleDefinition>>;
  readonly slotTypes: Readonly<Record<string, SlotTypeDefinition>>;
  readonly intents: Readonly<Record<string, IntentDefinition>>;
}
