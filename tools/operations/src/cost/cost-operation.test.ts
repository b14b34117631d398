import { aTerminal } from '../fixtures/surroundings.ts';
import { run } from '../run.ts';
import { costOperation } from './cost-operation.ts';

async function cost(...argv: readonly string[]) {
  const { surroundings, written, notes } = aTerminal();
  return { status: await run(['cost', ...argv], [costOperation], surroundings), written, notes };
}

describe('npm run cost', () => {
  it('prints one JSON object and nothing else', async () => {
    const { status, written, notes } = await cost(
      ...['--stage', 'prod', '--leads-per-month', '200', '--answer-rate', '1', '--json'],
    );
    expect([status, notes, written.length]).toEqual([0, [], 1]);
    expect(JSON.parse(written[0] ?? '')).toMatchObject({
      stage: 'prod',
      currency: 'USD',
      demand: { leadsPerMonth: 200, answerRate: 1, maxAttempts: 4 },
      attemptsPerLead: 1,
    });
  });

  it('says what a month costs, what for, and what is reached first', async () => {
    const { written } = await cost('--stage', 'dev', '--answer-rate', '1');
    expect(written[0]).toMatch(/^Stage dev: \$\d+\.\d\d a month for 1,000 leads/);
    expect(written[0]).toMatch(/Amazon Connect +\$0\.0\d+ +\$\d/);
    expect(written[0]).toMatch(/Reached first, in calls an hour:\n {2}\d+: [^]*\n {2}600: Pace of the stage/);
  });

  it.each([
    ['--answer-rate', '1.1', 'is not a number from 0 to 1'],
    ['--answer-rate', '', 'is not a number from 0 to 1'],
    ['--leads-per-month', 'many', 'is not a number from 0 to 1000000000'],
    ['--call-seconds', '0', 'is not a number from 1 to 3600'],
  ])('refuses %s %s', async (flag, value, problem) => {
    const { status, notes, written } = await cost(flag, value);
    expect([status, written]).toEqual([2, []]);
    expect(notes).toEqual([`${flag}: "${value}" ${problem}`]);
  });
});
