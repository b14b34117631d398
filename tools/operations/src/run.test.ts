import { OperationError } from './errors.ts';
import { aTerminal } from './fixtures/surroundings.ts';
import type { Job, Operation } from './operation.ts';
import { run } from './run.ts';

function aProgram(failure?: Error) {
  const jobs: Job[] = [];
  const greet: Operation = {
    name: 'greet',
    about: 'says hello',
    options: [{ flags: '--to <name>', about: 'whom' }],
    run: (job) => {
      jobs.push(job);
      return failure === undefined ? Promise.resolve(0) : Promise.reject(failure);
    },
  };
  return { jobs, operations: [greet, { ...greet, name: 'reckon', offline: true } satisfies Operation] };
}

const account = { ATLAS_ACCOUNT: '111122223333' };

describe('an operation', () => {
  it('knows its stage, how the stage is configured, and its options', async () => {
    const { jobs, operations } = aProgram();
    const { surroundings } = aTerminal({ environment: account });
    expect(await run(['greet', '--stage', 'dev', '--to', 'Ada', '--json'], operations, surroundings)).toBe(0);
    expect(jobs).toMatchObject([
      { stage: 'dev', json: true, values: { to: 'Ada' }, configuration: { account: '111122223333' } },
    ]);
  });

  it('works on the local stage unless it is told otherwise', async () => {
    const { jobs, operations } = aProgram();
    await run(['greet'], operations, aTerminal().surroundings);
    expect(jobs).toMatchObject([{ stage: 'local', json: false, configuration: { account: '000000000000' } }]);
  });

  it('needs an account for a real stage, unless it calls no service', async () => {
    const { jobs, operations } = aProgram();
    const { surroundings, notes } = aTerminal();
    expect(await run(['greet', '--stage', 'prod'], operations, surroundings)).toBe(1);
    expect(notes).toEqual([expect.stringContaining('ATLAS_ACCOUNT')]);
    expect(await run(['reckon', '--stage', 'prod'], operations, surroundings)).toBe(0);
    expect(jobs).toMatchObject([{ stage: 'prod' }]);
  });

  it.each([
    [['greet', '--stage', 'mars'], 'local, dev, staging, prod'],
    [['greet', '--loud'], '--loud'],
    [['sing'], 'sing'],
  ])('is not begun by the wrong command line %j', async (argv, problem) => {
    const { jobs, operations } = aProgram();
    const { surroundings, notes } = aTerminal();
    expect(await run(argv, operations, surroundings)).toBe(2);
    expect(notes).toEqual([expect.stringContaining(problem)]);
    expect(jobs).toEqual([]);
  });

  it('ends with one line when it cannot go on, and is not silent about what nobody foresaw', async () => {
    const { surroundings, notes } = aTerminal();
    const known = aProgram(new OperationError('Sign in first.')).operations;
    expect(await run(['greet'], known, surroundings)).toBe(1);
    expect(notes).toEqual(['Sign in first.']);
    const unforeseen = aProgram(new TypeError('x is not a function')).operations;
    await expect(run(['greet'], unforeseen, surroundings)).rejects.toThrow('x is not a function');
  });

  it('says what there is', async () => {
    const { surroundings, written } = aTerminal();
    expect(await run([], aProgram().operations, surroundings)).toBe(0);
    expect(written.join('\n')).toContain('says hello');
    expect(await run(['greet', '--help'], aProgram().operations, surroundings)).toBe(0);
    expect(written.join('\n')).toContain('--to <name>');
  });
});
