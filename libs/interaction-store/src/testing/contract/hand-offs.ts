import type { InteractionStore } from '../../interaction-store.ts';
import { minute, noon, requestId } from '../fixtures.ts';
import type { StoreBench } from './store-under-test.ts';

const mine = { ticket: 'ticket-1', sessionId: 'session-1' };
const chat = { contactId: 'contact-1', participantId: 'participant-1', participantToken: 'secret-1' };
const issue = (store: InteractionStore) =>
  store.issueHandOff({ ...mine, locale: 'en-GB', at: noon, expiresAt: noon + 10 * minute });
const spend = (store: InteractionStore, change: Partial<typeof mine & { at: number }> = {}) =>
  store.spendHandOff({ ...mine, at: noon + minute, ...change });

/** What every interaction store does with tickets for chats with people. */
export function describeHandOffs(bench: StoreBench): void {
  const store = () => bench.current().store;

  describe(`a ticket for a chat in ${bench.name}`, () => {
    it('is spent in its own conversation, and again with the same answer', async () => {
      await issue(store());
      const spent = { kind: 'SPENT', handOff: { locale: 'en-GB' } };
      expect(await spend(store())).toMatchObject(spent);
      expect(await store().recordHandOffChat({ ...mine, chat })).toEqual(chat);
      expect(await spend(store())).toMatchObject({ ...spent, handOff: { chat } });
      const other = { ...chat, contactId: 'contact-2' };
      expect(await store().recordHandOffChat({ ...mine, chat: other })).toEqual(chat);
    });

    it('is nothing in another conversation, nor after its time', async () => {
      await issue(store());
      expect(await spend(store(), { sessionId: 'session-2' })).toEqual({ kind: 'UNKNOWN' });
      expect(await spend(store(), { ticket: 'ticket-2' })).toEqual({ kind: 'UNKNOWN' });
      expect(await spend(store(), { at: noon + 10 * minute })).toEqual({ kind: 'EXPIRED' });
      expect(await spend(store(), { at: noon + 10 * minute - 1000 })).toMatchObject({ kind: 'SPENT' });
    });

    it('may be spent by several at once', async () => {
      await issue(store());
      const answers = await Promise.all([1, 2, 3, 4].map(() => spend(store())));
      expect(answers.map(({ kind }) => kind)).toEqual(Array(4).fill('SPENT'));
      const chats = await Promise.all(
        [1, 2, 3].map((n) =>
          store().recordHandOffChat({ ...mine, chat: { ...chat, contactId: `contact-${String(n)}` } }),
        ),
      );
      expect(new Set(chats.map(({ contactId }) => contactId)).size).toBe(1);
    });

    it('knows the request that the conversation was about', async () => {
      await store().noteRequestOfSession({ ...mine, requestId, expiresAt: noon + 60 * minute });
      await issue(store());
      expect(await spend(store())).toMatchObject({ handOff: { requestId } });
    });
  });
}
