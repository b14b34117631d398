import { explain } from '../aws/explain.ts';
import { runChecks } from './check.ts';
import { failed, ok } from './finding.ts';

describe('checks', () => {
  it('are all run within a group, and none after a group in which one failed', async () => {
    const told: string[] = [];
    const results = await runChecks(
      [
        [{ name: 'a', run: () => ok('') }],
        [
          { name: 'b', run: () => failed('broken', 'mend it') },
          { name: 'c', run: () => Promise.resolve(ok('')) },
        ],
        [
          { name: 'd', run: () => ok('') },
          { name: 'e', run: () => ok('') },
        ],
      ],
      ({ name }) => told.push(name),
    );
    expect(told.join('')).toBe('abcde');
    expect(results.map(({ state }) => state)).toEqual(['ok', 'failed', 'ok', 'skipped', 'skipped']);
  });

  it('that throw have failed, with what to do', async () => {
    const refused = Object.assign(new Error(''), { code: 'ECONNREFUSED' });
    const throwing = [{ name: 'a', run: () => Promise.reject(new AggregateError([refused])) }];
    const [result] = await runChecks([throwing], () => undefined);
    expect(result).toMatchObject({ state: 'failed', message: 'ECONNREFUSED' });
    expect(result?.remedy).toContain('npm start');
  });

  it('are explained even when what was thrown is no error', () => {
    expect(explain('x')).toEqual({ message: 'x', remedy: 'see the message' });
    expect(explain(new Error('odd', { cause: new Error('inner') }))).toMatchObject({ message: 'Error: odd' });
  });
});
