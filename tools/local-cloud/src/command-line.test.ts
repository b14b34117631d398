import { readCommandLine } from './command-line.ts';
import { OptionError } from './option-error.ts';

const read = (...args: string[]) => readCommandLine(args, { state: '.atlas/local' });

describe('the command line', () => {
  it('starts on port 4566 at the speed of the wall, with the state of last time', () => {
    expect(read()).toEqual({
      kind: 'start',
      verbose: false,
      options: { stateDirectory: '.atlas/local', fresh: false, empty: false, port: 4566, speed: 1 },
    });
  });

  it('takes each option', () => {
    const args = ['--port', '0', '--speed', 'max', '--fresh', '--state', 'x', '--verbose'];
    expect(read(...args, '--faults', '0.1', '--duplicates', '1', '--seed', 's')).toEqual({
      kind: 'start',
      verbose: true,
      options: {
        stateDirectory: 'x',
        fresh: true,
        empty: false,
        port: 0,
        speed: Infinity,
        faults: { seed: 's', error: 0.1, duplicate: 1, lost: 0.02, delayMs: 2000 },
      },
    });
  });

  it('has a help, and a perfect world when no rate is above 0', () => {
    expect(read('--help')).toEqual({ kind: 'help' });
    expect(read('--faults', '0', '--seed', 's')).not.toHaveProperty('options.faults');
  });

  it.each([
    [['--port', '70000'], '--port: must be a whole number from 0 to 65535, was "70000"'],
    [['--port', ''], '--port: must be a whole number'],
    [['--port', '1e3'], '--port: must be a whole number'],
    [['--speed', '0'], '--speed: must be a number above 0, or max, was "0"'],
    [['--speed=-1'], '--speed: must be a number above 0'],
    [['--speed', 'fast'], '--speed: must be a number above 0'],
    [['--speed', 'Infinity'], '--speed: must be a number above 0'],
    [['--faults', '2'], '--faults: must be a share from 0 to 1, was "2"'],
    [['--duplicates', 'x'], '--duplicates: must be a share from 0 to 1'],
    [['--faults', ''], '--faults: must be a share from 0 to 1'],
    [['--nothing'], "Unknown option '--nothing'"],
    [['leads.csv'], 'leads.csv'],
  ])('refuses %j', (args, message) => {
    expect(() => read(...args)).toThrow(OptionError);
    expect(() => read(...args)).toThrow(message);
  });
});
