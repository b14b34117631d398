import { parseCommands } from './parse-commands.ts';
import { UsageError } from './usage-error.ts';

const parse = (...argv: string[]) =>
  parseCommands(argv, {
    name: 'npm run tool --',
    about: 'Does things.',
    commands: [
      {
        name: 'paint',
        about: 'Paints a wall.',
        declare: (command) => void command.option('--colour <name>', 'which colour', 'white'),
        request: ({ colour }: { colour: string }) => ({ paint: colour }),
      },
    ],
  });

describe('a command line', () => {
  it('becomes what its command makes of the options', () => {
    expect(parse('paint', '--colour', 'blue')).toEqual({ kind: 'run', request: { paint: 'blue' } });
    expect(parse('paint')).toEqual({ kind: 'run', request: { paint: 'white' } });
  });

  it.each([[[]], [['--help']]])('of %j asks for help, which names the commands', (argv) => {
    expect(parse(...argv)).toEqual({ kind: 'help', text: expect.stringContaining('Paints a wall.') });
  });

  it('asks for the help of one command', () => {
    expect(parse('paint', '--help')).toEqual({ kind: 'help', text: expect.stringContaining('--colour') });
  });

  it.each([
    [['plaster'], "unknown command 'plaster'"],
    [['paint', '--size', '3'], "unknown option '--size'"],
    [['paint', '--colour'], "option '--colour <name>' argument missing"],
  ])('of %j is refused: %s', (argv, message) => {
    expect(() => parse(...argv)).toThrow(UsageError);
    expect(() => parse(...argv)).toThrow(message);
  });
});
