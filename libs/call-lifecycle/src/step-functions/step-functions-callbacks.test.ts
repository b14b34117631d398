import { SFNClient } from '@aws-sdk/client-sfn';
import type { CallId, CallResult, RequestId } from '@atlas-engine/domain';
import type { RecordedService } from '../testing/recorded-service.ts';
import { startRecordedService } from '../testing/recorded-service.ts';
import { stepFunctionsCallbacks } from './step-functions-callbacks.ts';

let service: RecordedService;
beforeAll(async () => {
  service = await startRecordedService();
});
afterAll(() => service.close());

const callbacks = (requestTimeout = 5000) =>
  stepFunctionsCallbacks({
    client: new SFNClient({
      endpoint: service.url,
      region: 'us-east-1',
      credentials: { accessKeyId: 'LOCAL', secretAccessKey: 'local' },
      maxAttempts: 1,
      requestHandler: { requestTimeout, throwOnRequestTimeout: true },
    }),
  });

const result: CallResult = {
  callId: '00000000-0000-8000-8000-000000000000' as CallId,
  requestId: 'lead-42' as RequestId,
  sequence: 1,
  outcome: 'BUSY',
  attempts: 1,
  next: { action: 'FINISH' },
};
const error = (name: string, status = 400) => ({
  status,
  body: { __type: `com.amazonaws#${name}`, message: 'no' },
});

describe('stepFunctionsCallbacks', () => {
  it('sends the result as the output of the task', async () => {
    service.plan({ status: 200 });

    expect(await callbacks().succeed('token-1', result)).toBe('DONE');
    expect(service.requests[0]).toMatchObject({
      target: 'AWSStepFunctions.SendTaskSuccess',
      body: { taskToken: 'token-1', output: JSON.stringify(result) },
    });
  });

  it('sends a sign of life', async () => {
    service.plan({ status: 200 });

    expect(await callbacks().heartbeat('token-1')).toBe('DONE');
    expect(service.requests[0]).toMatchObject({
      target: 'AWSStepFunctions.SendTaskHeartbeat',
      body: { taskToken: 'token-1' },
    });
  });

  it.each(['TaskTimedOut', 'TaskDoesNotExist', 'InvalidToken'])('takes %s as gone', async (name) => {
    service.plan(error(name));

    expect(await callbacks().succeed('token-1', result)).toBe('GONE');
    expect(await callbacks().heartbeat('token-1')).toBe('GONE');
  });

  it.each([
    ['ThrottlingException', 400, 'ServiceUnavailableError'],
    ['InternalServerError', 500, 'ServiceUnavailableError'],
    ['AccessDeniedException', 400, 'ServiceRefusedError'],
  ])('throws %s without the token', async (name, status, thrown) => {
    service.plan(error(name, status));
    const failure: unknown = await callbacks()
      .succeed('token-1', result)
      .catch((caught: unknown) => caught);

    expect(failure).toMatchObject({ name: thrown });
    expect(String(failure)).not.toContain('token-1');
  });

  it('throws when no answer comes', async () => {
    service.plan('SILENCE');

    await expect(callbacks(50).heartbeat('token-1')).rejects.toMatchObject({ retryable: true });
  });
});
