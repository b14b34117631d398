import type { BotDefinition } from '../bot/bot-definition.ts';

/** Something in a bot's definition that Lex would refuse, or that customers would stumble over. */
export interface Finding {
  /** Where it stands, e.g. `intents.RequestCall.slots.Interest`. */
  readonly where: string;
  readonly problem: string;
  readonly allowed: string;
}

/** A rule that a definition is checked against. */
export type Rule = (bot: BotDefinition) => readonly Finding[];

/** A finding as one line. */
export const findingText = ({ where, problem, allowed }: Finding): string =>
  `${where}: ${problem}; ${allowed}`;
