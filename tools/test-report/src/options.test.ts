import { parseOptions, UsageError } from './options.ts';

describe('the command line', () => {
  it.each([
    [[], { affected: false, help: false, skip: [] }],
    [['--affected'], { affected: true, help: false, skip: [] }],
    [['--skip', 'lint,integ'], { affected: false, help: false, skip: ['lint', 'integ'] }],
    [['--skip=format'], { affected: false, help: false, skip: ['format'] }],
    [['--help'], { affected: false, help: true, skip: [] }],
  ])('%j means %j', (argv, options) => {
    expect(parseOptions(argv)).toEqual(options);
  });

  it.each([[['--skip', 'tests']], [['--fast']], [['domain']], [['--skip']]])(
    'refuses %j, saying what is allowed',
    (argv) => {
      expect(() => parseOptions(argv)).toThrow(UsageError);
      expect(() => parseOptions(argv)).toThrow(/format, lint, typecheck, test, integ/);
    },
  );
});
