import { othersAttributes } from '@atlas-engine/lex-contracts';
import * as z from 'zod';

/** What the bot itself remembers from turn to turn. */
export interface Session {
  /** Turns in a row that no intent took. */
  readonly missedTurns: number;
  /** What other programs keep in the session; passed on, never used. */
  readonly others: Readonly<Record<string, string>>;
}

/**
 * Attributes come from the client, which may write anything into them. Ours are read by their schema, a wrong one
 * counts as absent. `handOff` and `handOffTicket` are only ever ours to set. No phone number or name is kept here: conversation logs show
 * session attributes as they are.
 */
const ownSchema = z.object({ missedTurns: z.coerce.number().int().min(0).max(9).catch(0) });
const ownNames = ['missedTurns', 'handOff', 'handOffTicket'] as const;

/** Reads the attributes of a session; those of others are kept as far as they are few and short. */
export function readSession(attributes: Readonly<Record<string, string>>): Session {
  const { missedTurns } = ownSchema.parse(attributes);
  return { missedTurns, others: othersAttributes(attributes, ownNames) };
}

/** What an intent leaves in the session: an understood turn ends the row of missed ones. */
export const sessionAfter = (
  { others }: Session,
  own: { readonly missedTurns?: number; readonly handOff?: 'agent'; readonly handOffTicket?: string } = {},
): Record<string, string> => ({
  ...others,
  ...(own.missedTurns === undefined ? {} : { missedTurns: String(Math.min(own.missedTurns, 9)) }),
  ...(own.handOff === undefined ? {} : { handOff: own.handOff }),
  ...(own.handOffTicket === undefined ? {} : { handOffTicket: own.handOffTicket }),
});
