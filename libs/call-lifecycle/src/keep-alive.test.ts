import { keepAlive } from './keep-alive.ts';
import type { Lifecycle } from './testing/lifecycle-fixture.ts';
import { arrangeLifecycle, fridayMorning, minute } from './testing/lifecycle-fixture.ts';

let life: Lifecycle;
beforeEach(async () => {
  life = arrangeLifecycle();
  await life.receive();
  await life.open();
  life.pass(10 * minute);
});

const unchangedSince = (before: number) => life.store.listOpenCalls({ before, limit: 9 });

describe('keepAlive', () => {
  it('tells the workflow and counts as a change of the call', async () => {
    expect(await keepAlive(life.deps)(life.key)).toBe('DONE');
    expect(life.workflow.heartbeats).toEqual(['token-1']);
    expect(await unchangedSince(fridayMorning + 10 * minute)).toEqual([]);
    expect(await unchangedSince(fridayMorning + 11 * minute)).toHaveLength(1);
  });

  it('records that the workflow waits no more, once, and keeps the call open', async () => {
    life.workflow.giveUp('token-1');

    let orphans = 0;
    const deps = { ...life.deps, onOrphan: () => void (orphans += 1) };
    expect(await keepAlive(deps)(life.key)).toBe('GONE');
    expect(await keepAlive(deps)(life.key)).toBe('GONE');
    expect(orphans).toBe(1);
    expect(await life.store.getToken(life.key)).toMatchObject({ status: 'EXPIRED' });
    expect(life.lines).toHaveLength(1);
    expect(await unchangedSince(fridayMorning + 11 * minute)).toHaveLength(1);
  });

  it('lets a failure of the workflow service through', async () => {
    life.workflow.failNext(new Error('no answer'));

    await expect(keepAlive(life.deps)(life.key)).rejects.toThrow('no answer');
  });
});
