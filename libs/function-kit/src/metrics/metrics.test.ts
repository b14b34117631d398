import { InvalidMetricError } from './invalid-metric-error.ts';
import { createMetrics } from './metrics.ts';

const collect = () => {
  const lines: string[] = [];
  const metrics = createMetrics<string>({
    dimensions: { stage: 'dev' },
    properties: { function: 'InitiateCallHandler' },
    sink: (line) => lines.push(line),
    clock: { now: () => 1_795_000_000_000 },
  });
  return { metrics, lines: () => lines.map((line) => JSON.parse(line) as Record<string, unknown>) };
};

describe('createMetrics', () => {
  it('writes one line of the embedded metric format', () => {
    const { metrics, lines } = collect();
    metrics.count('CallsPlaced');
    metrics.milliseconds('PlaceDuration', 120);
    metrics.milliseconds('PlaceDuration', 80);
    metrics.flush();

    expect(lines()).toEqual([
      {
        _aws: {
          Timestamp: 1_795_000_000_000,
          CloudWatchMetrics: [
            {
              Namespace: 'AtlasEngine',
              Dimensions: [['stage']],
              Metrics: [
                { Name: 'CallsPlaced', Unit: 'Count' },
                { Name: 'PlaceDuration', Unit: 'Milliseconds' },
              ],
            },
          ],
        },
        function: 'InitiateCallHandler',
        stage: 'dev',
        CallsPlaced: 1,
        PlaceDuration: [120, 80],
      },
    ]);
  });

  it('writes nothing when there is nothing, and nothing twice', () => {
    const { metrics, lines } = collect();
    metrics.flush();
    metrics.count('CallsPlaced');
    metrics.flush();
    metrics.flush();

    expect(lines()).toHaveLength(1);
  });

  it('keeps to 100 metrics and 100 values a line', () => {
    const { metrics, lines } = collect();
    for (let index = 0; index < 101; index += 1) metrics.count(`Metric${String(index)}`);
    for (let index = 0; index < 150; index += 1) metrics.count('Metric100');
    metrics.flush();

    expect(lines().map((line) => Object.keys(line).filter((key) => key.startsWith('Metric')).length)).toEqual(
      [100, 1, 1],
    );
    expect(
      lines()
        .slice(1)
        .map((line) => (line['Metric100'] as number[]).length),
    ).toEqual([100, 51]);
  });

  it.each([
    ['CallsPlaced', NaN],
    ['CallsPlaced', Infinity],
    ['calls placed', 1],
    ['_aws', 1],
    ['function', 1],
    ['stage', 1],
  ])('refuses %s = %d', (name, value) => {
    expect(() => collect().metrics.count(name, value)).toThrow(InvalidMetricError);
  });
});
