import { createHarness, machineOf, runMachine } from '../../testing/harness.ts';

const wait = (fields: Record<string, unknown>): string =>
  machineOf({ W: { Type: 'Wait', ...fields, End: true } });

describe('Wait', () => {
  it.each([
    [{ Seconds: 90 }, 90_000],
    [{ Seconds: '{% $states.input.s %}' }, 7000],
    [{ Seconds: 0 }, 0],
    [{ Timestamp: '2026-01-01T01:00:00+00:30' }, 30 * 60_000],
    [{ Timestamp: '{% $fromMillis($millis() + 5000) %}' }, 5000],
    [{ Timestamp: '2020-01-01T00:00:00Z' }, 0],
  ])('with %j lasts %d ms', async (fields, duration) => {
    const { execution } = await runMachine(wait(fields), { input: { s: 7 } });
    const { status, startDate, stopDate } = execution();
    expect({ status, duration: (stopDate ?? NaN) - startDate }).toEqual({ status: 'SUCCEEDED', duration });
  });

  it('is still waiting a millisecond before its end', async () => {
    const { clock, start, execution } = createHarness();
    start(wait({ Seconds: 10 }));
    await clock.advanceBy(9999);
    expect(execution().status).toBe('RUNNING');
    await clock.advanceBy(1);
    expect(execution().status).toBe('SUCCEEDED');
  });

  it('fails by a time stamp that is none', async () => {
    const { execution, events } = await runMachine(wait({ Timestamp: "{% '2016-12-05 21:29:29Z' %}" }));
    expect(execution()).toMatchObject({
      error: 'States.QueryEvaluationError',
      cause:
        "An error occurred while executing the state 'W' (entered at the event id #2). The Timestamp field cannot be parsed as an ISO-8601 extended offset date-time format string: 2016-12-05 21:29:29Z",
    });
    expect(events().slice(1)).toEqual([
      '2<0 WaitStateEntered',
      '3<2 EvaluationFailed',
      '4<3 ExecutionFailed',
    ]);
  });

  it.each(["{% '1' %}", '{% 1.5 %}', '{% -1 %}'])('fails by the seconds %s', async (seconds) => {
    const { execution } = await runMachine(wait({ Seconds: seconds }));
    expect(execution()).toMatchObject({ status: 'FAILED', error: 'States.QueryEvaluationError' });
  });
});
