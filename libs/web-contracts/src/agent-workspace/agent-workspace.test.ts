import { agentWorkspacePaths } from './routes.ts';
import { longestNotes, wrapUpRequestSchema } from './wrap-up.ts';

const aWrapUp = { disposition: 'INTERESTED', notes: 'wants the brochure', doNotCall: false, revision: 0 };

const problemsOf = (change: Record<string, unknown>) =>
  wrapUpRequestSchema
    .safeParse({ ...aWrapUp, ...change })
    .error?.issues.map(({ path, message }) => `${path.join('.')} ${message}`);

describe('a wrap-up', () => {
  it('needs no follow-up', () => {
    expect(wrapUpRequestSchema.parse(aWrapUp)).toEqual(aWrapUp);
  });

  it.each([
    [{ disposition: 'MAYBE' }, 'disposition must be one of INTERESTED, NOT_INTERESTED'],
    [{ notes: 'x'.repeat(longestNotes + 1) }, `notes must be at most ${String(longestNotes)} characters`],
    [{ followUpAt: 'tomorrow' }, 'followUpAt must be an ISO 8601 date and time with an offset'],
    [{ doNotCall: 'yes' }, 'doNotCall must be true or false'],
    [{ revision: '1' }, 'revision must be a whole number, 0 when nothing was saved yet'],
  ])('names the field and what is allowed: %#', (change, problem) => {
    expect(problemsOf(change)).toEqual([expect.stringContaining(problem)]);
  });
});

it('writes ids into paths so that they stay one segment', () => {
  expect(agentWorkspacePaths.wrapUp('a/b')).toBe('/contacts/a%2Fb/wrap-up');
  expect(agentWorkspacePaths.number('c1')).toBe('/contacts/c1/number');
  expect(agentWorkspacePaths.day('2026-11-21T00:00:00-05:00')).toBe(
    '/me/day?from=2026-11-21T00%3A00%3A00-05%3A00',
  );
});
