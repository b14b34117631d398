import { stripVTControlCharacters } from 'node:util';
import * as z from 'zod';
import { failed, passed, sum, type Tally } from './tally.ts';

/** The part of Jest's `--json` output that the report uses. */
export const jestResultsSchema = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string().transform(stripVTControlCharacters),
      assertionResults: z.array(
        z.object({
          fullName: z.string(),
          status: z.enum(['passed', 'failed', 'pending', 'todo', 'skipped', 'disabled', 'focused']),
          failureMessages: z.array(z.string().transform(stripVTControlCharacters)),
        }),
      ),
    }),
  ),
});

export type JestResults = z.infer<typeof jestResultsSchema>;
type Suite = JestResults['testResults'][number];
type Case = Suite['assertionResults'][number];

/** Counts test cases; a file of tests that could not be run, or failed without a failed case, counts as one failed. */
export const tallyResults = (where: string, { testResults }: JestResults): Tally =>
  sum(testResults.map((suite) => tallySuite(where, suite)));

function tallySuite(where: string, suite: Suite): Tally {
  const cases = sum(suite.assertionResults.map((it) => tallyCase(where, it)));
  return suite.status === 'failed' && cases.failures.length === 0
    ? sum([cases, failed(where, `${suite.name} could not be run`, suite.message)])
    : cases;
}

function tallyCase(where: string, { status, fullName, failureMessages }: Case): Tally {
  if (status === 'passed') return passed;
  if (status === 'failed') return failed(where, fullName, failureMessages.join('\n'));
  return { passed: 0, skipped: 1, failures: [] };
}
