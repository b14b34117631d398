import { AgentCallError } from '@atlas-engine/connect-double';
import * as z from 'zod';
import type { Panels } from './panels.ts';
import type { Sessions } from './sessions.ts';

const user = z.string().min(1);

/** What a test, or somebody who tries things out, may do to a panel. */
export const disturbanceSchema = z.discriminatedUnion('kind', [
  /** The session is over; the next sign-in begins another one. */
  z.strictObject({ kind: z.literal('expire-session'), user }),
  z.strictObject({ kind: z.literal('lose-network'), user }),
  z.strictObject({ kind: z.literal('restore-network'), user }),
  /** The next call of a method fails, once. */
  z.strictObject({
    kind: z.literal('fail-next'),
    user,
    method: z.string().min(1),
    error: z.string().min(1).default('InvalidStateException'),
  }),
  /** `errorType` as the library names it, e.g. `microphone_not_shared`. */
  z.strictObject({ kind: z.literal('softphone-error'), user, errorType: z.string().min(1) }),
  z.strictObject({ kind: z.literal('deny-access'), user }),
]);

export type Disturbance = z.infer<typeof disturbanceSchema>;

/** Does to the panel of a user what was asked for. */
export function disturb(
  disturbance: Disturbance,
  {
    userId,
    panels,
    sessions,
  }: { readonly userId: string; readonly panels: Panels; readonly sessions: Sessions },
): void {
  switch (disturbance.kind) {
    case 'expire-session':
      sessions.endOf(userId);
      panels.send(userId, { kind: 'signed-out', reason: 'expired' });
      return;
    case 'deny-access':
      sessions.endOf(userId);
      panels.send(userId, { kind: 'signed-out', reason: 'access-denied' });
      return;
    case 'lose-network':
      panels.cutOff(userId, true);
      return;
    case 'restore-network':
      panels.cutOff(userId, false);
      return;
    case 'fail-next':
      panels.failNext(userId, disturbance.method, errorText(disturbance.error, 'This failure was asked for'));
      return;
    case 'softphone-error':
      panels.send(userId, {
        kind: 'message',
        event: 'agent::softphone_error',
        data: { errorType: disturbance.errorType, errorMessage: 'Simulated', endPointUrl: '' },
      });
  }
}

/** An error of the panel's API, as text: so the library gives it to whoever called. */
export const errorText = (type: string, message: string): string =>
  JSON.stringify({ type, message, stack: [], retryStatus: 'none', statusCode: 400 });

/** What the caller of a method is told when it fails. @throws whatever is no refusal */
export function refusalOf(error: unknown): string {
  if (error instanceof AgentCallError) return errorText(error.type, error.message);
  throw error;
}
