import * as z from 'zod';

/** What the bot itself remembers from turn to turn. */
export interface Session {
  /** Turns in a row that no intent took. */
  readonly missedTurns: number;
  /** What other programs keep in the session; passed on, never used. */
  readonly others: Readonly<Record<string, string>>;
}

const limits = { others: 20, name: 64, value: 512 } as const;

/**
 * Attributes come from the client, which may write anything into them. Ours are read by their schema, a wrong one
 * counts as absent. `handOff` is only ever ours to set. No phone number or name is kept here: conversation logs show
 * session attributes as they are.
 */
const ownSchema = z.object({ missedTurns: z.coerce.number().int().min(0).max(9).catch(0) });
const ownNames: ReadonlySet<string> = new Set(['missedTurns', 'handOff']);

const isKept = ([name, value]: readonly [string, string]): boolean =>
  !ownNames.has(name) &&
  /^[\w.:-]+$/.test(name) &&
  name.length <= limits.name &&
  value.length <= limits.value;

/** Reads the attributes of a session; those of others are kept as far as they are few and short. */
export function readSession(attributes: Readonly<Record<string, string>>): Session {
  const { missedTurns } = ownSchema.parse(attributes);
  const others = Object.fromEntries(Object.entries(attributes).filter(isKept).slice(0, limits.others));
  return { missedTurns, others };
}

/** What an intent leaves in the session: an understood turn ends the row of missed ones. */
export const sessionAfter = (
  { others }: Session,
  own: { readonly missedTurns?: number; readonly handOff?: 'agent' } = {},
): Record<string, string> => ({
  ...others,
  ...(own.missedTurns === undefined ? {} : { missedTurns: String(Math.min(own.missedTurns, 9)) }),
  ...(own.handOff === undefined ? {} : { handOff: own.handOff }),
});
