import * as z from 'zod';

/** How far the conversation of a call is. */
export interface CallProgress {
  /** Turns in which the scenario was gone on with. */
  readonly parts: number;
  /** How often the customer has declined. */
  readonly declined: number;
}

const count = z.coerce.number().int().min(0).max(50).catch(0);
const progressSchema = z.object({ callParts: count, callDeclined: count });

export const readProgress = (attributes: Readonly<Record<string, string>>): CallProgress => {
  const { callParts, callDeclined } = progressSchema.parse(attributes);
  return { parts: callParts, declined: callDeclined };
};

/** What the call leaves in the session, for the next turn and for the flow. */
export const progressAttributes = ({ parts, declined }: CallProgress): Record<string, string> => ({
  callParts: String(parts),
  callDeclined: String(declined),
});
