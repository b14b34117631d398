import * as z from 'zod';
import type { IntentModel } from '../bot/locale-model.ts';
import type { ActiveContext, WireIntent } from './session.ts';

/** A context as clients and code hooks write it. Source: API reference of the runtime, `ActiveContext`. */
export const wireContextSchema = z.object({
  name: z.string().regex(/^([A-Za-z]_?){1,100}$|^([0-9a-zA-Z][_-]?){1,100}$/),
  timeToLive: z.object({
    timeToLiveInSeconds: z.int().min(5).max(86_400),
    turnsToLive: z.int().min(1).max(20),
  }),
  contextAttributes: z.record(z.string().min(1).max(100), z.string().min(1).max(1024)).default({}),
});
type WireContext = z.output<typeof wireContextSchema>;

/** A context from outside, counted from now. */
export const readContext = (
  { name, timeToLive, contextAttributes }: WireContext,
  now: number,
): ActiveContext => ({
  name,
  contextAttributes,
  turnsToLive: timeToLive.turnsToLive,
  expiresAt: now + timeToLive.timeToLiveInSeconds * 1000,
});

/** Contexts with the time that each has left. */
export const wireContexts = (contexts: readonly ActiveContext[], now: number): readonly WireContext[] =>
  activeAt(contexts, now).map(({ name, contextAttributes, turnsToLive, expiresAt }) => ({
    name,
    contextAttributes,
    timeToLive: { timeToLiveInSeconds: Math.ceil((expiresAt - now) / 1000), turnsToLive },
  }));

/** The contexts whose time and turns are not over. */
export const activeAt = (contexts: readonly ActiveContext[], now: number): readonly ActiveContext[] =>
  contexts.filter(({ turnsToLive, expiresAt }) => turnsToLive > 0 && expiresAt > now);

/** The contexts after one more turn of the customer. */
export const afterTurn = (contexts: readonly ActiveContext[]): readonly ActiveContext[] =>
  contexts.map((context) => ({ ...context, turnsToLive: context.turnsToLive - 1 }));

/** The contexts once an intent is fulfilled: its own are active from now on, with what its slots hold. */
export function withOutputContexts(
  { definition }: IntentModel,
  { slots }: WireIntent,
  { contexts, now }: { readonly contexts: readonly ActiveContext[]; readonly now: number },
): readonly ActiveContext[] {
  const contextAttributes = Object.fromEntries(
    Object.entries(slots).flatMap(([name, slot]) =>
      slot === null ? [] : [[name, slot.value.interpretedValue ?? slot.value.originalValue]],
    ),
  );
  const given = (definition.OutputContexts ?? []).map(({ Name, TimeToLiveInSeconds, TurnsToLive }) => ({
    name: Name,
    contextAttributes,
    turnsToLive: TurnsToLive,
    expiresAt: now + TimeToLiveInSeconds * 1000,
  }));
  const isGiven = new Set(given.map(({ name }) => name));
  return [...contexts.filter(({ name }) => !isGiven.has(name)), ...given];
}
