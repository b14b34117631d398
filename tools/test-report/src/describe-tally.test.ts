import { describeTally } from './describe-tally.ts';
import type { Failure } from './tally.ts';

const failure = (where: string, detail = ''): Failure => ({ where, what: 'a test', detail });
const numbered = (count: number) =>
  Array.from({ length: count }, (_, index) => `line ${index + 1}`).join('\n');
const describeFailures = (...failures: Failure[]) =>
  describeTally('test', { passed: 3, skipped: 0, failures });

describe('the lines of a stage', () => {
  it('begin with its count', () => {
    expect(describeTally('lint', { passed: 3, skipped: 0, failures: [] })).toEqual([
      'lint: 3 passed, 0 failed',
    ]);
    expect(describeTally('test', { passed: 3, skipped: 2, failures: [] })).toEqual([
      'test: 3 passed, 0 failed, 2 skipped',
    ]);
  });

  it('show each failure with its detail, without empty lines', () => {
    expect(describeFailures(failure('a:test', 'Expected 1\n\nReceived 2'))).toEqual([
      'test: 3 passed, 1 failed',
      '  ✖ a:test: a test',
      '      Expected 1',
      '      Received 2',
    ]);
  });

  it('leave out the middle of a long output', () => {
    const lines = describeFailures(failure('a:lint', numbered(100)));
    expect(lines).toHaveLength(2 + 41);
    expect(lines).toContain('      line 20');
    expect(lines).toContain('      … 60 lines …');
    expect(lines).toContain('      line 81');
  });

  it('say of one task at most twenty failures, and how many more there are', () => {
    const many = Array.from({ length: 25 }, () => failure('a:test'));
    const lines = describeFailures(...many, failure('b:test'));
    expect(lines[0]).toBe('test: 3 passed, 26 failed');
    expect(lines.filter((line) => line === '  ✖ a:test: a test')).toHaveLength(20);
    expect(lines).toContain('  ✖ a:test: 5 more');
    expect(lines).toContain('  ✖ b:test: a test');
  });
});
