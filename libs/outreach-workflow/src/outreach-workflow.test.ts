import validate from 'asl-validator';
import jsonata from 'jsonata';
import { type TaskState, toAsl, transitionsOf } from './asl.ts';
import { exampleResources } from './fixtures/example-resources.ts';
import { outreachWorkflow } from './outreach-workflow.ts';

const definition = outreachWorkflow(exampleResources);
const states = Object.entries(definition.States);
const tasks = states.filter((entry): entry is [string, TaskState] => entry[1].Type === 'Task');

const reachable = (from: string, seen = new Set<string>()): Set<string> => {
  if (seen.has(from)) return seen;
  seen.add(from);
  for (const { to } of transitionsOf(definition.States[from]!)) reachable(to, seen);
  return seen;
};

const expressionsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return value.startsWith('{%') ? [value.slice(2, -2)] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(expressionsIn) : [];
};

describe('AtlasEngineWorkflow', () => {
  it('is accepted by an independent validator', () => {
    expect(validate(JSON.parse(toAsl(definition)))).toMatchObject({ isValid: true, errors: [] });
  });

  it('has no state that cannot be reached and no transition to nowhere', () => {
    expect([...reachable(definition.StartAt)].sort()).toEqual(Object.keys(definition.States).sort());
  });

  it('ends only where the lead is updated or the request is parked, but for its smoke test', () => {
    const ends = states.filter(([, state]) => transitionsOf(state).length === 0).map(([name]) => name);
    expect(ends.filter((name) => !name.startsWith('SmokeTest'))).toEqual(['Done', 'Parked']);
    const smoke = [...reachable('SmokeTest')].sort();
    expect(smoke).toEqual(['SmokeTest', 'SmokeTestFailed', 'SmokeTestPassed']);
  });

  it.each(tasks)('%s has a time limit and catches everything', (_name, task) => {
    expect(task.TimeoutSeconds).toBeGreaterThan(0);
    expect(task.Catch.at(-1)?.ErrorEquals).toEqual(['States.ALL']);
  });

  it.each(tasks)('%s tries faults of AWS again at least 8 times, with full jitter', (_name, task) => {
    const retrier = task.Retry.find(({ ErrorEquals }) => ErrorEquals.includes('Lambda.ServiceException'));
    expect(retrier).toMatchObject({ JitterStrategy: 'FULL', MaxDelaySeconds: 60 });
    expect(retrier?.MaxAttempts).toBeGreaterThanOrEqual(8);
    expect(task.Retry.at(-1)).toMatchObject({
      ErrorEquals: ['States.ALL'],
      MaxAttempts: 8,
      JitterStrategy: 'FULL',
    });
  });

  it.each(tasks)('%s names no error in two retriers', (_name, task) => {
    const names = task.Retry.flatMap(({ ErrorEquals }) => ErrorEquals);
    expect(new Set(names).size).toBe(names.length);
  });

  it('never repeats a placement that timed out', () => {
    const { Retry } = definition.States['PlaceCall'] as TaskState;
    const timeouts = Retry.find(({ ErrorEquals }) => ErrorEquals.includes('States.Timeout'));
    expect(timeouts).toMatchObject({ MaxAttempts: 0 });
    expect(timeouts?.ErrorEquals).toContain('States.HeartbeatTimeout');
    expect(Retry.indexOf(timeouts!)).toBe(0);
  });

  it('tries a CRM that is down for about an hour', () => {
    const { Retry } = definition.States['UpdateLead'] as TaskState;
    const crm = Retry.find(({ ErrorEquals }) => ErrorEquals.includes('SalesforceUnavailableError'))!;
    const waits = Array.from({ length: crm.MaxAttempts }, (_, n) =>
      Math.min(crm.IntervalSeconds! * crm.BackoffRate! ** n, crm.MaxDelaySeconds!),
    );
    const total = waits.reduce((sum, wait) => sum + wait, 0);
    expect(total).toBeGreaterThan(3000);
    expect(total).toBeLessThanOrEqual(3700);
  });

  it('leaves room for the last call before the execution itself times out', () => {
    const { TimeoutSeconds: call } = definition.States['PlaceCall'] as TaskState;
    const rule = toAsl(definition).match(/StartTime\) \+ (\d+)000/);
    expect(Number(rule?.[1]) + call).toBeLessThan(definition.TimeoutSeconds);
  });

  it('contains only expressions that parse', () => {
    const expressions = expressionsIn(definition);
    expect(expressions.length).toBeGreaterThan(20);
    for (const expression of expressions) expect(() => jsonata(expression)).not.toThrow();
  });

  it('uses the service integrations of its partition', () => {
    const china = outreachWorkflow({ ...exampleResources, partition: 'aws-cn' });
    for (const state of Object.values(china.States)) {
      if (state.Type === 'Task') expect(state.Resource).toMatch(/^arn:aws-cn:states:::/);
    }
  });
});
