import { type JestResults, jestResultsSchema, tallyResults } from './jest-results.ts';

type Suite = JestResults['testResults'][number];
type Status = Suite['assertionResults'][number]['status'];

const suite = (statuses: readonly Status[], more: Partial<Suite> = {}): Suite => ({
  name: 'src/rule.test.ts',
  status: statuses.includes('failed') ? 'failed' : 'passed',
  message: '',
  assertionResults: statuses.map((status) => ({
    fullName: `a rule is ${status}`,
    status,
    failureMessages: status === 'failed' ? ['Expected 1', 'at rule.test.ts'] : [],
  })),
  ...more,
});

const tally = (...testResults: Suite[]) => tallyResults('domain:test', { testResults });

describe("Jest's results", () => {
  it('count every test case of every file', () => {
    expect(tally(suite(['passed', 'passed']), suite(['passed']))).toEqual({
      passed: 3,
      skipped: 0,
      failures: [],
    });
  });

  it('say which test failed, and why', () => {
    expect(tally(suite(['passed', 'failed']))).toEqual({
      passed: 1,
      skipped: 0,
      failures: [{ where: 'domain:test', what: 'a rule is failed', detail: 'Expected 1\nat rule.test.ts' }],
    });
  });

  it.each<Status>(['pending', 'todo', 'skipped', 'disabled'])('count a %s test neither way', (status) => {
    expect(tally(suite(['passed', status]))).toEqual({ passed: 1, skipped: 1, failures: [] });
  });

  it('count a file that could not be run as one failed case', () => {
    expect(tally(suite(['passed']), suite([], { status: 'failed', message: 'SyntaxError' }))).toEqual({
      passed: 1,
      skipped: 0,
      failures: [{ where: 'domain:test', what: 'src/rule.test.ts could not be run', detail: 'SyntaxError' }],
    });
  });

  it('count a file that failed around its tests', () => {
    expect(tally(suite(['passed'], { status: 'failed', message: 'afterAll' })).failures).toHaveLength(1);
  });

  it('lose their colours', () => {
    const { testResults } = jestResultsSchema.parse({
      testResults: [suite([], { status: 'failed', message: '\u001b[31mred\u001b[0m' })],
    });
    expect(testResults[0]?.message).toBe('red');
  });
});
