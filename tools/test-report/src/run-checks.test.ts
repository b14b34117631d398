import type { Options } from './options.ts';
import { runChecks } from './run-checks.ts';
import type { StageName } from './stage-names.ts';
import { failed, nothing, type Tally } from './tally.ts';

const all: Options = { affected: false, help: false, skip: [] };
const count = (passed: number): Tally => ({ passed, skipped: 0, failures: [] });

async function check(options: Partial<Options>, results: Partial<Record<StageName, Tally | Error>> = {}) {
  const lines: string[] = [];
  const stages: string[] = [];
  const total = await runChecks(
    { ...all, ...options },
    {
      workspace: '/nowhere',
      print: (line) => lines.push(line),
      runStage: async (name, { affected }) => {
        stages.push(affected ? `${name} affected` : name);
        const result = results[name] ?? count(1);
        if (result instanceof Error) throw result;
        return result;
      },
    },
  );
  return { total, lines, stages, last: lines.at(-1) };
}

describe('all checks', () => {
  it('run in their order', async () => {
    expect((await check({})).stages).toEqual(['format', 'lint', 'typecheck', 'test', 'integ']);
  });

  it('end with one line that counts all cases', async () => {
    const { lines } = await check({}, { lint: count(40), test: count(2_000) });
    expect(lines.filter((line) => /^\d+ passed, \d+ failed$/.test(line))).toEqual(['2043 passed, 0 failed']);
    expect(lines.at(-1)).toBe('2043 passed, 0 failed');
  });

  it('say before it what counts as a case', async () => {
    expect((await check({})).lines.at(-2)).toMatch(/lint and typecheck of each project/);
  });

  it('go on after a failed one', async () => {
    const { stages, last } = await check({}, { lint: failed('a:lint', 'failed') });
    expect(stages).toHaveLength(5);
    expect(last).toBe('4 passed, 1 failed');
  });

  it('go on after one that broke, and count it as failed', async () => {
    const { lines, last } = await check({}, { lint: new Error('no nx here') });
    expect(last).toBe('4 passed, 1 failed');
    expect(lines).toContain('  ✖ lint: could not be run');
  });

  it('fail when no test was run', async () => {
    const { last, lines } = await check({}, { test: nothing, integ: nothing });
    expect(last).toBe('3 passed, 1 failed');
    expect(lines).toContain('  ✖ test: no test was run');
  });
});

describe('some checks', () => {
  it('leave out what they are told to, and say so', async () => {
    const { stages, lines } = await check({ skip: ['lint', 'integ'] });
    expect(stages).toEqual(['format', 'typecheck', 'test']);
    expect(lines).toContain('Left out: lint, integ.');
  });

  it('need no test when tests are left out', async () => {
    expect((await check({ skip: ['test', 'integ'] })).last).toBe('3 passed, 0 failed');
  });

  it('need one still when only one kind is left out', async () => {
    expect((await check({ skip: ['integ'] }, { test: nothing })).last).toBe('3 passed, 1 failed');
  });

  it('are those of affected projects, of which there may be none', async () => {
    const none = { lint: nothing, typecheck: nothing, test: nothing, integ: nothing };
    const { stages, last } = await check({ affected: true }, none);
    expect(stages).toContain('lint affected');
    expect(last).toBe('1 passed, 0 failed');
  });
});
