import { openRuntimeApi } from './runtime-api.ts';
import type { Invocation, RuntimeAnswer } from './runtime-api.ts';

const opened = async () => {
  const answers: RuntimeAnswer[] = [];
  let asked = 0;
  const api = await openRuntimeApi({ ready: () => (asked += 1), answer: (answer) => answers.push(answer) });
  closers.push(api.close);
  const call = (path: string, init?: RequestInit) =>
    fetch(`http://${api.address}/2018-06-01/runtime${path}`, init);
  const post = (path: string, body: string) => call(path, { method: 'POST', body });
  return { api, answers, call, post, asked: () => asked };
};

const closers: (() => void)[] = [];

afterEach(() => {
  for (const close of closers.splice(0)) close();
});

const invocation = (requestId: string): Invocation => ({
  requestId,
  functionArn: 'arn:aws:lambda:us-east-1:123456789012:function:echo',
  payload: '{"lead":"ü"}',
  begin: () => 1_000_000,
  timeoutMs: 3000,
  traceId: 'Root=1-0-0',
});

describe('the Runtime API', () => {
  it('hands an invocation to the process that asks, with the headers of AWS', async () => {
    const { api, call } = await opened();
    const asking = call('/invocation/next');
    api.give(invocation('r-1'));
    const response = await asking;
    expect(await response.json()).toEqual({ lead: 'ü' });
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'lambda-runtime-aws-request-id': 'r-1',
      'lambda-runtime-deadline-ms': '1003000',
      'lambda-runtime-invoked-function-arn': 'arn:aws:lambda:us-east-1:123456789012:function:echo',
      'lambda-runtime-trace-id': 'Root=1-0-0',
    });
    expect(response.headers.has('lambda-runtime-client-context')).toBe(false);
  });

  it('keeps an invocation until the process asks', async () => {
    const { api, call, asked } = await opened();
    api.give(invocation('r-1'));
    expect(asked()).toBe(0);
    expect((await call('/invocation/next')).headers.get('lambda-runtime-aws-request-id')).toBe('r-1');
    expect(asked()).toBe(1);
  });

  it('takes one answer to the invocation under way', async () => {
    const { api, call, post, answers } = await opened();
    api.give(invocation('r-1'));
    await call('/invocation/next');
    expect((await post('/invocation/r-0/response', '1')).status).toBe(400);
    expect((await post('/invocation/r-1/response', '"done"')).status).toBe(202);
    expect((await post('/invocation/r-1/error', '{}')).status).toBe(400);
    expect(answers).toEqual([{ kind: 'response', body: '"done"' }]);
  });

  it('takes errors of an invocation and of the start', async () => {
    const { api, call, post, answers } = await opened();
    expect((await post('/init/error', '{"errorType":"A"}')).status).toBe(202);
    api.give(invocation('r-1'));
    await call('/invocation/next');
    expect((await post('/invocation/r-1/error', '{"errorType":"B"}')).status).toBe(202);
    expect(answers).toEqual([
      { kind: 'init-error', body: '{"errorType":"A"}' },
      { kind: 'error', body: '{"errorType":"B"}' },
    ]);
  });

  it('refuses a response that is too large', async () => {
    const { api, call, post, answers } = await opened();
    api.give(invocation('r-1'));
    await call('/invocation/next');
    expect((await post('/invocation/r-1/response', 'x'.repeat(6_291_557))).status).toBe(413);
    expect(answers).toEqual([{ kind: 'response-too-large' }]);
  });

  it('knows no other paths', async () => {
    const { call, post } = await opened();
    expect((await call('/invocation/last')).status).toBe(404);
    expect((await post('/exit/error', '{}')).status).toBe(404);
  });
});
