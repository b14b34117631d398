import { startChatRequestSchema } from './start-chat.ts';

const aRequest = { ticket: 'a'.repeat(43), sessionId: 'session-1', transcript: [] };

const problemsOf = (change: Record<string, unknown>) =>
  startChatRequestSchema
    .safeParse({ ...aRequest, ...change })
    .error?.issues.map(({ path, message }) => `${path.join('.')} ${message}`);

describe('a request for a chat', () => {
  it('needs a ticket and its session', () => {
    expect(startChatRequestSchema.parse(aRequest)).toEqual(aRequest);
  });

  it.each([
    [{ ticket: 'short' }, 'ticket must be the ticket'],
    [{ ticket: undefined }, 'ticket must be the ticket'],
    [{ sessionId: 'a b' }, 'sessionId must be the session'],
    [{ displayName: 'x'.repeat(101) }, 'displayName must have at most 100'],
    [{ transcript: Array(51).fill({ speaker: 'BOT', text: 'Hi' }) }, 'transcript must have at most 50'],
    [
      { transcript: [{ speaker: 'BOT', text: 'x'.repeat(1001) }] },
      'transcript.0.text must have at most 1000',
    ],
    [{ transcript: [{ speaker: 'AGENT', text: 'Hi' }] }, 'transcript.0.speaker must be one of CUSTOMER, BOT'],
    [{ contactFlowId: 'another' }, ' Invalid input'],
  ])('names the field and what is allowed: %#', (change, problem) => {
    expect(problemsOf(change)).toEqual([expect.stringContaining(problem)]);
  });
});
