import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommand } from './run-command.ts';

const workspace = mkdtempSync(join(tmpdir(), 'test-report-'));
afterAll(() => {
  rmSync(workspace, { recursive: true });
});

const run = (source: string, environment = {}) => {
  const program = join(workspace, 'program.mjs');
  writeFileSync(program, source);
  const lines: string[] = [];
  return runCommand([program], { workspace, environment, onLine: (line) => lines.push(line) }).then(
    (result) => ({
      ...result,
      lines,
    }),
  );
};

describe('a command', () => {
  it('gives back its exit code and, line by line, all that it prints', async () => {
    const result = await run("console.log('one'); console.error('two'); process.exitCode = 3;");
    expect(result.exitCode).toBe(3);
    expect(result.lines.toSorted()).toEqual(['one', 'two']);
    expect(result.output.split('\n').toSorted()).toEqual(['one', 'two']);
    expect(result.standardOutput).toBe('one');
  });

  it('prints no colours', async () => {
    expect((await run(String.raw`console.log('\u001b[31mred\u001b[0m');`)).output).toBe('red');
  });

  it('fails when a signal ends it', async () => {
    expect((await run("process.kill(process.pid, 'SIGKILL');")).exitCode).toBe(1);
  });

  it('has nothing to read', async () => {
    expect((await run("process.stdin.on('end', () => console.log('end')).resume();")).output).toBe('end');
  });

  it("starts with this Node, which comes first on its path, before the workspace's programs", async () => {
    const { output } = await run('console.log(process.execPath); console.log(process.env.PATH);');
    const [node, path] = output.split('\n');
    expect(node).toBe(process.execPath);
    expect(path).toContain(`:${join(workspace, 'node_modules/.bin')}:`);
    expect(path?.startsWith(join(process.execPath, '..'))).toBe(true);
  });

  it('gets what it is given in its environment', async () => {
    expect((await run('console.log(process.env.GIVEN);', { GIVEN: 'yes' })).output).toBe('yes');
  });
});
