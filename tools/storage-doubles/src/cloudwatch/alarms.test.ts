import { createManualClock, createMemoryStore } from '@atlas-engine/simulation';
import { createCloudWatch } from './cloudwatch.ts';

const minute = 60_000;
const definition = {
  AlarmName: 'a',
  Namespace: 'AWS/Lambda',
  MetricName: 'Errors',
  Dimensions: [{ Name: 'FunctionName', Value: 'f' }],
  Statistic: 'Sum',
  Period: 60,
  EvaluationPeriods: 1,
  Threshold: 2,
  ComparisonOperator: 'GreaterThanOrEqualToThreshold',
  TreatMissingData: 'notBreaching',
  AlarmActions: ['arn:aws:sns:us-east-1:000000000000:t'],
};

function arrange(changes: object = {}) {
  const clock = createManualClock();
  const store = createMemoryStore();
  const cloudWatch = createCloudWatch({ clock, store });
  const heard: string[] = [];
  cloudWatch.onAlarm(({ from, to, actions }) => heard.push(`${from} ${to} ${actions.length}`));
  cloudWatch.alarms.put({ ...definition, ...changes });
  const error = (value = 1, dimensions: Record<string, string> = { FunctionName: 'f' }) =>
    cloudWatch.put({
      ...{ namespace: 'AWS/Lambda', name: 'Errors', unit: 'Count', at: clock.now() },
      dimensions,
      value,
    });
  const state = () => cloudWatch.alarms.find('a')?.state;
  return { clock, store, cloudWatch, heard, error, state };
}

describe('an alarm', () => {
  it('rings when its metric crosses the threshold within a period, and not by that of another', () => {
    const { error, state, heard } = arrange();
    expect(state()).toBe('OK');
    error();
    error(5, { FunctionName: 'g' });
    expect(state()).toBe('OK');
    error();
    expect(state()).toBe('ALARM');
    expect(heard).toEqual(['INSUFFICIENT_DATA OK 0', 'OK ALARM 1']);
  });

  it('is over when a period has passed without', async () => {
    const { clock, error, state } = arrange();
    error(2);
    await clock.advanceBy(minute);
    expect(state()).toBe('ALARM');
    await clock.advanceBy(minute);
    expect(state()).toBe('OK');
    await clock.runUntilIdle();
  });

  it.each([
    ['missing', 'INSUFFICIENT_DATA'],
    ['ignore', 'ALARM'],
    ['breaching', 'ALARM'],
    ['notBreaching', 'OK'],
  ])('that treats missing data as %s comes to %s without any', async (TreatMissingData, expected) => {
    const { clock, error, state } = arrange({ TreatMissingData });
    error(2);
    await clock.advanceBy(3 * minute);
    expect(state()).toBe(expected);
  });

  it('waits for as many periods as it is asked to', async () => {
    const { clock, error, state } = arrange({ EvaluationPeriods: 3, DatapointsToAlarm: 2 });
    error(2);
    expect(state()).toBe('OK');
    await clock.advanceBy(2 * minute);
    error(2);
    expect(state()).toBe('ALARM');
  });

  it('is judged anew when it is changed, and keeps its state over a restart when it is not', () => {
    const { cloudWatch, clock, store, error, state } = arrange();
    error(2);
    cloudWatch.alarms.put(definition);
    expect(state()).toBe('ALARM');
    const { alarms } = createCloudWatch({ clock, store });
    expect(alarms.find('a')).toBeDefined();
    cloudWatch.alarms.put({ ...definition, Dimensions: [{ Name: 'FunctionName', Value: 'g' }] });
    expect(state()).toBe('OK');
  });

  it.each([
    [{ Period: 45 }, 'Period: must be 10, 20, 30 or a multiple of 60'],
    [{ Colour: 'red' }, 'Colour'],
    [{ Metrics: [] }, 'Metrics'],
  ])('with %j is refused', (changes, message) => {
    expect(() => arrange(changes)).toThrow(message);
  });
});
