import { ensureChromium, type Machine } from './ensure-chromium.ts';

/** A machine on which apt-get brings a Chromium, or ends with a code. */
function aMachine({ has = false, mayInstall = true, codes = [0, 0], brings = true } = {}) {
  const lines: string[] = [];
  const ran: string[] = [];
  let isThere = has;
  const machine: Machine = {
    findChromium: () => (isThere ? '/usr/bin/chromium' : undefined),
    mayInstall,
    run: (program, args) => {
      ran.push([program, ...args].join(' '));
      isThere = brings && args[0] === 'install';
      return Promise.resolve({ exitCode: codes[ran.length - 1] ?? 0, output: 'E: no network' });
    },
    print: (line) => lines.push(line),
  };
  return { machine, lines, ran };
}

const whatOf = async (machine: Machine) => (await ensureChromium(machine)).failures.map(({ what }) => what);

describe('Chromium', () => {
  it('that is there is left alone', async () => {
    const { machine, lines, ran } = aMachine({ has: true, mayInstall: false });
    expect(await whatOf(machine)).toEqual([]);
    expect([...lines, ...ran]).toEqual([]);
  });

  it('is installed where that is allowed, and said', async () => {
    const { machine, lines, ran } = aMachine();
    expect(await whatOf(machine)).toEqual([]);
    expect(ran).toEqual([
      'apt-get update -qq',
      'apt-get install -y -qq --no-install-recommends chromium fonts-liberation',
    ]);
    expect(lines.at(-1)).toMatch(/^ {2}Chromium is installed \(\d+ s\)$/);
  });

  it.each([
    ['is not there and may not be installed', { mayInstall: false }, 'no Chromium for the browser tests'],
    ['cannot be looked up', { codes: [100] }, 'could not be installed by apt-get update'],
    ['cannot be installed', { codes: [0, 100] }, 'could not be installed by apt-get install'],
    ['is installed elsewhere', { brings: false }, 'not in the PATH'],
  ])('that %s is one failed case that says what to do', async (_what, options, message) => {
    const [what, ...others] = await whatOf(aMachine(options).machine);
    expect(what).toContain(message);
    expect(what).toContain('ATLAS_CHROMIUM');
    expect(others).toEqual([]);
  });
});
