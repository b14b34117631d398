import { testLambda } from './testing/test-lambda.ts';

const ofRequest = (lines: ReturnType<typeof testLambda>['lines'], requestId: string): string[] =>
  lines.filter((entry) => entry.requestId === requestId).map(({ line }) => line);

describe('the log of an invocation', () => {
  it('has START, all that the function wrote, END and REPORT', async () => {
    const { given, lines } = testLambda();
    const { requestId } = await given('log', { memoryMb: 256 })({ name: 'world' });
    const text = ofRequest(lines, requestId);
    const stamped = (level: string, message: string): unknown =>
      expect.stringMatching(
        new RegExp(`^2026-01-01T00:\\d\\d:\\d\\d\\.\\d{3}Z\t${requestId}\t${level}\t${message}$`),
      );
    expect(text[0]).toBe(`START RequestId: ${requestId} Version: $LATEST`);
    expect(text.slice(1, -2).sort()).toEqual([
      stamped('INFO', 'hello world'),
      stamped('WARN', 'two\rlines'),
      'no line end',
      'raw line',
    ]);
    expect(text.at(-2)).toBe(`END RequestId: ${requestId}`);
    expect(text.at(-1)).toMatch(
      new RegExp(
        `^REPORT RequestId: ${requestId}\tDuration: [\\d.]+ ms\tBilled Duration: \\d+ ms\tMemory Size: 256 MB\t` +
          'Max Memory Used: [1-9]\\d* MB\tInit Duration: [\\d.]+ ms$',
      ),
    );
  });

  it('tells of the start of a process only in the invocation that caused it', async () => {
    const { given, lines } = testLambda();
    const invoke = given('echo');
    await invoke();
    const { requestId } = await invoke();
    expect(ofRequest(lines, requestId).at(-1)).not.toContain('Init Duration');
  });

  it('tells of an error as the runtime of AWS does', async () => {
    const { given, lines } = testLambda();
    const { requestId } = await given('fail')();
    const line = ofRequest(lines, requestId)[1] ?? '';
    const [time, id, level, message, json] = line.split('\t');
    expect([id, level, message]).toEqual([requestId, 'ERROR', 'Invoke Error ']);
    expect(Date.parse(time ?? '')).toBeGreaterThan(0);
    expect(JSON.parse(json ?? '')).toMatchObject({ errorType: 'InvalidLead', code: 'LEAD_INVALID' });
  });

  it('comes back with the answer when its tail is asked for', async () => {
    const { lambda, given, lines } = testLambda();
    given('log');
    const { logTail, requestId } = await lambda.invoke('log', '{}', {
      type: 'RequestResponse',
      logTail: true,
    });
    expect(logTail).toBe(
      ofRequest(lines, requestId)
        .map((line) => `${line}\n`)
        .join(''),
    );
  });

  it('has a tail of at most 4 KB', async () => {
    const { lambda, given } = testLambda();
    given('log');
    const payload = JSON.stringify({ name: 'x'.repeat(10_000) });
    const { logTail = '' } = await lambda.invoke('log', payload, { type: 'RequestResponse', logTail: true });
    expect(Buffer.byteLength(logTail)).toBe(4096);
    expect(logTail).toMatch(/ MB\n$|ms\n$/);
  });
});
