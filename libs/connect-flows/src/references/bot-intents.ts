import type { Bots } from '@atlas-engine/lex-contracts';
import type { BotName } from '@atlas-engine/resource-names';

/** The intents of a bot: a branch on another one does not compile. */
export type IntentOf<Bot extends BotName> = Extract<keyof Bots[Bot]['intents'], string>;
