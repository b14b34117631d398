import { readCommandLine } from './options.ts';

class Ended extends Error {}

describe('readCommandLine', () => {
  beforeEach(() => {
    jest.spyOn(process.stderr, 'write').mockReturnValue(true);
    jest.spyOn(process.stdout, 'write').mockReturnValue(true);
    jest.spyOn(process, 'exit').mockImplementation((status) => {
      throw new Ended(`ended by ${status}`);
    });
  });
  afterEach(() => jest.restoreAllMocks());

  it('has defaults', () => {
    expect(readCommandLine(['a.csv'])).toEqual({
      file: 'a.csv',
      options: { preview: false, json: false, stage: 'local', ignoreUnknownColumns: false },
    });
  });

  it('reads what is given', () => {
    const { options } = readCommandLine(
      '--stage dev --campaign autumn --default-country us --preview --json a.csv'.split(' '),
    );
    expect(options).toMatchObject({ stage: 'dev', campaign: 'autumn', defaultCountry: 'US', preview: true });
    expect(readCommandLine(['--speed', 'max']).options.speed).toBe(Infinity);
    expect(readCommandLine(['--speed', '0.5']).options.speed).toBe(0.5);
    expect(readCommandLine(['--show', 'lead-1']).options.show).toBe('lead-1');
  });

  it.each([
    ['--stage nowhere a.csv'],
    ['--speed 0 a.csv'],
    ['--speed fast a.csv'],
    ['--speed Infinity a.csv'],
    ['--default-country USA a.csv'],
    [`--campaign ${'x'.repeat(81)} a.csv`],
    ['--stage dev --speed 2 a.csv'],
    ['--stage dev --state /tmp/x a.csv'],
    ['--show lead-1 a.csv'],
    ['--show lead-1 --preview'],
    ['--unheard-of a.csv'],
    ['a.csv b.csv'],
  ])('ends by 2 for %s', (line) => {
    expect(() => readCommandLine(line.split(' '))).toThrow('ended by 2');
  });

  it('ends by 0 for --help', () => {
    expect(() => readCommandLine(['--help'])).toThrow('ended by 0');
  });
});
