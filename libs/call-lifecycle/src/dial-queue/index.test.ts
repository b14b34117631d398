import { callIdOf, requestIdSchema } from '@atlas-engine/domain';
import { sqsDialQueue } from './index.ts';

const requestId = requestIdSchema.parse('request-1');
const request = { requestId, sequence: 1, callId: callIdOf(requestId, 1) };
const failing = (name: string, httpStatusCode: number) =>
  Object.assign(new Error(name), { name, $metadata: { httpStatusCode } });

describe('the dial queue in SQS', () => {
  it('holds ids and moments, and delays by whole seconds that SQS allows', async () => {
    const sent: unknown[] = [];
    const queue = sqsDialQueue(
      { send: async ({ input }: { input: unknown }) => void sent.push(input) } as never,
      'url',
    );
    await queue.add(request, 1000.2);
    await queue.add(request, 3.1);
    await queue.add(request);
    const MessageBody = JSON.stringify(request);
    expect(sent).toEqual([900, 4, 0].map((DelaySeconds) => ({ QueueUrl: 'url', MessageBody, DelaySeconds })));
  });

  it.each([
    ['InternalError', 500, 'ServiceUnavailableError', true],
    ['RequestThrottled', 400, 'ServiceUnavailableError', true],
    ['AccessDenied', 403, 'ServiceRefusedError', false],
  ])('says of %s (%d) that it is a %s', async (name, status, error, retryable) => {
    const queue = sqsDialQueue({ send: () => Promise.reject(failing(name, status)) } as never, 'url');
    await expect(queue.add(request)).rejects.toMatchObject({ name: error, retryable });
  });
});
