import { type Instant, localeSchema, requestIdSchema, toIso } from '@atlas-engine/domain';
import * as z from 'zod';
import { handOffKey, sessionKey } from '../items/keys.ts';
import { parseFound } from '../items/parse-item.ts';
import type { HandOffChat, HandOffs, SpentHandOff } from '../ports/hand-offs.ts';
import type { ItemStorage } from '../storage/item-storage.ts';
import type { StoreContext } from './commit.ts';

const chatSchema = z.lazy(() =>
  z.object({ contactId: z.string(), participantId: z.string(), participantToken: z.string() }),
);
const handOffSchema = z.lazy(() =>
  z.object({
    status: z.enum(['OPEN', 'SPENT']),
    sessionId: z.string(),
    locale: localeSchema,
    requestId: requestIdSchema.optional(),
    chat: chatSchema.optional(),
    /** Epoch seconds, as DynamoDB's time to live wants it: what is over may still be there for days. */
    expiresAt: z.int(),
  }),
);
const sessionSchema = z.lazy(() => z.object({ requestId: requestIdSchema }));

const seconds = (at: Instant): number => Math.floor(at / 1000);

const readTicket = async (storage: ItemStorage, ticket: string) => {
  const key = handOffKey(ticket);
  return parseFound(handOffSchema, key, await storage.read(key));
};

/** Tickets for chats with people. */
export function storedHandOffs({ storage, commit }: StoreContext): HandOffs {
  return {
    noteRequestOfSession: async ({ sessionId, requestId, expiresAt }) => {
      const set = { requestId, expiresAt: seconds(expiresAt) };
      await storage.write([{ key: sessionKey(sessionId), expect: {}, set }]);
    },

    issueHandOff: ({ ticket, sessionId, locale, at, expiresAt }) =>
      commit('issueHandOff', async () => {
        const session = sessionKey(sessionId);
        const known = parseFound(sessionSchema, session, await storage.read(session));
        const set = {
          ...{ status: 'OPEN', sessionId, locale, issuedAt: toIso(at), expiresAt: seconds(expiresAt) },
          requestId: known?.requestId,
        };
        return { answer: undefined, writes: [{ key: handOffKey(ticket), expect: {}, set }] };
      }),

    spendHandOff: ({ ticket, sessionId, at }) =>
      commit<SpentHandOff>('spendHandOff', async () => {
        const known = await readTicket(storage, ticket);
        if (known?.sessionId !== sessionId) return { answer: { kind: 'UNKNOWN' } };
        if (seconds(at) >= known.expiresAt) return { answer: { kind: 'EXPIRED' } };
        const { locale, requestId, chat } = known;
        const answer = { kind: 'SPENT', handOff: { locale, requestId, chat } } as const;
        if (known.status === 'SPENT') return { answer };
        const expect = { status: 'OPEN', sessionId };
        const set = { status: 'SPENT', spentAt: toIso(at) };
        return { answer, writes: [{ key: handOffKey(ticket), expect, set }] };
      }),

    recordHandOffChat: ({ ticket, chat }) =>
      commit('recordHandOffChat', async () => {
        const known: HandOffChat | undefined = (await readTicket(storage, ticket))?.chat;
        if (known !== undefined) return { answer: known };
        const expect = { status: 'SPENT', chat: undefined };
        return { answer: chat, writes: [{ key: handOffKey(ticket), expect, set: { chat: { ...chat } } }] };
      }),
  };
}
