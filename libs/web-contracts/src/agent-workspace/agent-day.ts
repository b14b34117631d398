import * as z from 'zod/mini';
import { contactId, count, instant } from '../fields.ts';

/** Longest day that may be asked for: one with a change of the clocks. */
export const longestDayHours = 25;

/** Answer of `GET /api/me/day?from=<start of the agent's day>`. */
export const agentDaySchema = z.object({
  from: instant(),
  /** Until when the figures are known. */
  asOf: instant(),
  contacts: count(),
  talkSeconds: count(),
  wrapUpSeconds: count(),
  missed: count(),
  /** What this agent has promised for the rest of the day, soonest first. */
  callbacks: z.array(
    z.object({
      contactId: contactId(),
      at: instant(),
      name: z.optional(z.string()),
      requestId: z.optional(z.string()),
    }),
  ),
});
export type AgentDay = z.infer<typeof agentDaySchema>;
