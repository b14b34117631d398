import { UsageError } from '@atlas-engine/command-line';
import type { Benchmark } from './benchmark.ts';
import { readCommandLine } from './command-line.ts';

const steps: Benchmark = {
  name: 'steps',
  about: 'how far it is',
  options: [{ name: 'rounds', value: 'N', about: 'how often', fallback: '21' }],
  run: () => Promise.resolve({ figures: {}, table: '', overBudget: [] }),
};
const read = (...argv: string[]) => readCommandLine(argv, [steps]);

describe('the command line', () => {
  it('names a benchmark and its options', () => {
    expect(read('steps', '--rounds', '5', '--json')).toEqual({
      kind: 'run',
      request: { benchmark: steps, values: { rounds: '5' }, json: true },
    });
  });

  it('has values of its own for what is left out', () => {
    expect(read('steps')).toMatchObject({ request: { values: { rounds: '21' }, json: false } });
  });

  it.each([[[]], [['--help']]])('of %j says what there is', (argv) => {
    expect(read(...argv)).toMatchObject({ kind: 'help', text: expect.stringContaining('how far it is') });
  });

  it('tells of the options of a benchmark', () => {
    expect(read('steps', '--help')).toMatchObject({
      kind: 'help',
      text: expect.stringContaining('--rounds <N>'),
    });
  });

  it.each([
    [['jumps'], "unknown command 'jumps'"],
    [['steps', '--length', '3'], "unknown option '--length'"],
    [['steps', 'twice'], 'too many arguments'],
    [['steps', '--rounds'], 'argument missing'],
  ])('of %j is refused', (argv, message) => {
    expect(() => read(...argv)).toThrow(UsageError);
    expect(() => read(...argv)).toThrow(message);
  });
});
