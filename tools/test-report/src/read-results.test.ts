import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { forgetResults, readResults } from './read-results.ts';

const workspace = mkdtempSync(join(tmpdir(), 'test-report-'));
const folder = join(workspace, 'libs/example/test-results');
const task = {
  project: 'example',
  root: 'libs/example',
  target: 'test',
  outcome: 'succeeded',
  output: '',
} as const;
const read = () => readResults(workspace, 'unit')(task);

beforeEach(() => {
  mkdirSync(folder, { recursive: true });
});
afterEach(() => {
  rmSync(join(workspace, 'libs'), { recursive: true });
});
afterAll(() => {
  rmSync(workspace, { recursive: true });
});

describe('the results of a project', () => {
  it('are what Jest wrote', () => {
    writeFileSync(join(folder, 'unit.json'), JSON.stringify({ numPassedTests: 0, testResults: [] }));
    expect(read()).toEqual({ testResults: [] });
  });

  it('may be missing', () => {
    expect(read()).toBeUndefined();
  });

  it.each(['{"testResults": [', '{"testResults": 1}', ''])('can not be read when they are %j', (text) => {
    writeFileSync(join(folder, 'unit.json'), text);
    expect(read()).toMatch(/can not be read/);
  });

  it('of an earlier run are forgotten, but not those of another kind', () => {
    for (const kind of ['unit', 'integ']) writeFileSync(join(folder, `${kind}.json`), '{}');
    forgetResults(workspace, 'unit');
    expect(existsSync(join(folder, 'unit.json'))).toBe(false);
    expect(existsSync(join(folder, 'integ.json'))).toBe(true);
  });
});
