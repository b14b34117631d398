import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const run = (...args: readonly string[]) =>
  spawnSync(process.execPath, [join(process.cwd(), 'import-flow.ts'), ...args], { encoding: 'utf8' });
const fixture = join(process.cwd(), 'src/importer/fixtures/designer-export.json');

describe('import-flow', () => {
  it('prints the code, and on the other stream what is wrong with the flow', () => {
    const { status, stdout, stderr } = run(fixture, '--name', 'Help line');
    expect(stdout).toContain('export const helpLine = defineFlow({');
    expect(stderr).toMatch(
      /^error: flow "Help line", block "Hook": .*; allowed: the parameters EventHooks\n$/,
    );
    expect(status).toBe(0);
  });

  it('says why it cannot import a file', () => {
    const { status, stdout, stderr } = run(join(process.cwd(), 'README.md'));
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/^The file is no JSON/);
  });

  it.each([[[]], [['a', 'b']], [['a', '--type', 'JOURNEY']]])('says how it is called, for %j', (args) => {
    const { status, stderr } = run(...args);
    expect(status).toBe(2);
    expect(stderr).toMatch(/^Usage: node libs/);
  });
});
