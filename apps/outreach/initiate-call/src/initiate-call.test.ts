import { requestIdSchema, type ContactId } from '@atlas-engine/domain';
import { arrangeDialling, friday, hour, minute, pacing, type Dialling } from './fixtures/arrange-dialling.ts';

/** Another call takes the next turn. */
async function takeSlot(
  { open, store, request: { requestId } }: Awaited<ReturnType<typeof arrangeDialling>>,
  pace: {
    readonly sequence?: number;
    readonly now?: number;
    readonly perSecond: number;
    readonly burst: number;
  },
): Promise<number> {
  const { sequence = 9, now = friday, ...rate } = pace;
  await open(requestId, sequence);
  return (await store.reserveDialSlot({ key: { requestId, sequence }, now, ...rate })).at;
}

describe('a message about a call that does not wait', () => {
  const states: Readonly<Record<string, (world: Dialling) => Promise<unknown>>> = {
    DIALLING: async ({ store, message, phone }) => {
      const { version } = await store.readNumber(phone);
      return await store.claimDial({ key: message, phone, at: friday, version });
    },
    PLACED: async (world) => {
      await states['DIALLING']?.(world);
      const contactId = 'contact-1' as ContactId;
      return await world.store.recordPlaced({ key: world.message, contactId, at: friday });
    },
    ENDED: async (world) => {
      await states['PLACED']?.(world);
      return await world.store.recordContact({ key: world.message, endedAt: friday, at: friday });
    },
    FINISHED: ({ store, message, phone }) =>
      store.finishCall({
        key: message,
        phone,
        result: { ...message, outcome: 'NO_ANSWER', attempts: 1, next: { action: 'FINISH' } },
        at: friday,
      }),
  };

  it.each(Object.keys(states))('is dropped when it is %s, and costs no turn', async (status) => {
    const world = await arrangeDialling();
    await states[status]?.(world);
    await expect(world.initiate(world.message)).resolves.toBe('STALE');
    expect(world.stale).toEqual([status]);
    expect(world.telephony.placements).toEqual([]);
    expect(world.queued).toEqual([]);
    // The whole burst is still there.
    const slots: number[] = [];
    for (let sequence = 11; sequence < 11 + pacing.burst; sequence += 1) {
      slots.push(await takeSlot(world, { sequence, perSecond: 1, burst: pacing.burst }));
    }
    expect(slots).toEqual(slots.map(() => friday));
  });

  it('is dropped when nobody knows the call', async () => {
    const world = await arrangeDialling();
    await expect(world.initiate({ ...world.message, sequence: 7 })).resolves.toBe('STALE');
    const requestId = requestIdSchema.parse('request-9');
    await expect(world.initiate({ ...world.message, requestId })).resolves.toBe('STALE');
    expect(world.stale).toEqual(['UNKNOWN', 'UNKNOWN']);
  });
});

describe('the workflow that waits', () => {
  const taskToken = `token-request-1-1-${String(friday)}`;

  it('gets a sign of life with every delivery, queued or dialled', async () => {
    const world = await arrangeDialling({ pacing: { ...pacing, maxConcurrentCalls: 1, burst: 1 } });
    await takeSlot(world, { perSecond: 1 / 60, burst: 1 });
    await expect(world.initiate(world.message)).resolves.toBe('QUEUED');
    expect(world.workflow.heartbeats).toEqual([taskToken]);
    world.pass(60_000);
    await expect(world.initiate(world.queued[0]!.message)).resolves.toBe('PLACED');
    expect(world.workflow.heartbeats).toEqual([taskToken, taskToken]);
  });

  it('keeps its call from being taken for forgotten while that stands in the queue', async () => {
    const world = await arrangeDialling();
    const reconcilerLooksAt = 10 * minute;
    await takeSlot(world, { now: friday + 3 * hour, perSecond: 1, burst: 1 });
    let result = await world.initiate(world.message);
    while (result === 'QUEUED') {
      const { message, delaySeconds } = world.queued.pop()!;
      world.pass(delaySeconds * 1000);
      const forgotten = await world.store.listOpenCalls({
        before: world.now() - reconcilerLooksAt,
        limit: 9,
      });
      expect(forgotten.map(({ callId }) => callId)).not.toContain(world.message.callId);
      result = await world.initiate(message);
    }
    expect(world.now()).toBeGreaterThan(friday + 2.9 * hour);
    expect(world.rings).toHaveLength(1);
  });

  it('that is not reached keeps its call waiting', async () => {
    const world = await arrangeDialling();
    world.workflow.failNext(new Error('Step Functions is away'));
    await expect(world.initiate(world.message)).rejects.toThrow('away');
    await expect(world.initiate(world.message)).resolves.toBe('PLACED');
  });
});

describe('a workflow that waits no more', () => {
  const giveUp = (world: Dialling): void => world.workflow.giveUp(`token-request-1-1-${String(friday)}`);

  it('may still be trying again: its call is neither dialled nor ended', async () => {
    const world = await arrangeDialling();
    giveUp(world);
    await expect(world.initiate(world.message)).resolves.toBe('STALE');
    expect(world.stale).toEqual(['NOT_AWAITED']);
    await expect(world.call()).resolves.toMatchObject({ status: 'REQUESTED' });
    world.pass(minute);
    const again = await world.open(world.request.requestId);
    await expect(world.initiate(again)).resolves.toBe('PLACED');
  });

  it('is given up after its last retry: nobody is called for it', async () => {
    const world = await arrangeDialling();
    giveUp(world);
    world.pass(21 * minute);
    await expect(world.initiate(world.message)).resolves.toBe('DECLINED');
    await expect(world.result()).resolves.toMatchObject({ outcome: 'REFUSED', reason: 'CALL_LOST' });
    expect(world.telephony.placements).toEqual([]);
    expect((await world.history()).attempts).toEqual([]);
    await expect(world.store.listOpenCalls({ before: world.now() + hour, limit: 9 })).resolves.toEqual([]);
  });
});
