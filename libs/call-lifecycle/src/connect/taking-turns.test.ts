import { takingTurns } from './taking-turns.ts';

describe('taking turns', () => {
  it('lets the first call through at once and spaces the others', async () => {
    let now = 10_000;
    const waits: number[] = [];
    const wait = async (delay: number): Promise<void> => void waits.push(delay);
    const turn = takingTurns(2000, wait, () => now);
    await turn();
    await turn();
    now += 500;
    await turn();
    expect(waits).toEqual([2000, 3500]);
    now += 60_000;
    await turn();
    expect(waits).toHaveLength(2);
  });
});
