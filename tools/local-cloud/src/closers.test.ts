import { createClosers } from './closers.ts';

describe('closers', () => {
  it('close in the order opposite to opening, once', async () => {
    const closed: string[] = [];
    const closers = createClosers();
    closers.add(() => void closed.push('first'));
    closers.add(async () => void closed.push('second'));
    await closers.closeAll();
    await closers.closeAll();
    expect(closed).toEqual(['second', 'first']);
  });

  it('close the rest when one fails, and tell of the failure', async () => {
    const closed: string[] = [];
    const closers = createClosers();
    closers.add(() => void closed.push('first'));
    closers.add(() => Promise.reject(new Error('stuck')));
    await expect(closers.closeAll()).rejects.toThrow('stuck');
    expect(closed).toEqual(['first']);
  });
});
