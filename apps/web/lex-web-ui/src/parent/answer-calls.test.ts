import type { CallName } from '../loader/protocol.ts';
import { carryOut, type Commands } from './answer-calls.ts';

const called = () => {
  const calls: unknown[][] = [];
  const note =
    (name: string) =>
    (...args: unknown[]) => {
      calls.push([name, ...args]);
      return Promise.resolve();
    };
  const names = ['visible', 'send', 'setSessionAttribute', 'newSession', 'signIn'] as const;
  const commands = Object.fromEntries(names.map((name) => [name, note(name)])) as unknown as Commands;
  const carry = (call: string, ...args: readonly unknown[]) =>
    carryOut(commands, { id: 1, call: call as CallName, args });
  return { calls, carry };
};

describe('calls of the page', () => {
  it('are carried out with their arguments', async () => {
    const { calls, carry } = called();
    await carry('send', 'hello');
    await carry('setSessionAttribute', 'a', '');
    await carry('newSession');
    expect(calls).toEqual([['send', 'hello'], ['setSessionAttribute', 'a', ''], ['newSession']]);
  });

  it.each([
    ['send', [''], 'invalid-call'],
    ['send', ['x'.repeat(1025)], 'invalid-call'],
    ['send', [5], 'invalid-call'],
    ['send', [], 'invalid-call'],
    ['signIn', ['provider'], 'invalid-call'],
    ['setSessionAttribute', ['a', 'x'.repeat(513)], 'invalid-call'],
    ['visible', ['yes'], 'invalid-call'],
    ['toString', [], 'unknown-call'],
    ['__proto__', [], 'unknown-call'],
    ['evaluate', ['alert(1)'], 'unknown-call'],
  ])('that are none are refused: %s %j', async (call, args, code) => {
    const { calls, carry } = called();
    await expect(carry(call, ...args)).rejects.toMatchObject({ code });
    expect(calls).toEqual([]);
  });
});
