import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fixtures, until } from './testing/test-lambda.ts';

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

describe('function processes', () => {
  it('end with their host when it is killed, be they idle or busy', async () => {
    const host = spawn(process.execPath, [join(fixtures, 'host.ts')], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [line] = (await once(host.stdout, 'data')) as [Buffer];
    const pids = JSON.parse(line.toString()) as number[];
    expect(pids.map(isAlive)).toEqual([true, true]);
    host.kill('SIGKILL');
    await until(() => !pids.some(isAlive));
  });
});
