import type { HoursName } from '@atlas-engine/resource-names';
import { actions } from '../builder/actions.ts';
import type { Condition } from '../builder/block.ts';
import { equals } from '../builder/conditions.ts';
import type { ParametersOf } from '../catalogue/index.ts';
import type { Path } from '../language/path.ts';
import { hours as hoursReference } from '../references/references.ts';

/** Branches on the value of a reference. */
export const compare = <const T extends string>(
  value: Path,
  then: { readonly cases: readonly Condition<T>[]; readonly otherwise: T },
) =>
  actions.compare(
    { ComparisonValue: value },
    { conditions: then.cases, errors: { NoMatchingCondition: then.otherwise } },
  );

/** Branches on whether it is within hours of operation. */
export const checkHours = <const T extends string>(
  hours: HoursName,
  then: { readonly open: T; readonly closed: T; readonly failed: T },
) =>
  actions.checkHoursOfOperation(
    { HoursOfOperationId: hoursReference(hours) },
    {
      conditions: [equals('True', then.open), equals('False', then.closed)],
      errors: { NoMatchingError: then.failed },
    },
  );

type AgentMetric = Extract<ParametersOf<'CheckMetricData'>['MetricType'], `NumberOfAgents${string}`>;

/** Branches on whether any agent of the target queue is in a state. */
export const checkAgents = <const T extends string>(
  metric: AgentMetric,
  then: { readonly some: T; readonly none: T; readonly failed: T },
) =>
  actions.checkMetricData(
    { MetricType: metric },
    {
      conditions: [{ operator: 'NumberGreaterThan', operand: '0', next: then.some }],
      errors: { NoMatchingCondition: then.none, NoMatchingError: then.failed },
    },
  );

/** Branches on who or what answered a call of a campaign. Any other call takes `unknown`. */
export const checkCallProgress = <const T extends string>(then: {
  readonly person: T;
  readonly voicemailAfterBeep: T;
  readonly voicemailWithoutBeep: T;
  readonly unknown: T;
}) =>
  actions.checkOutboundCallStatus(
    {},
    {
      conditions: [
        equals('CallAnswered', then.person),
        equals('VoicemailBeep', then.voicemailAfterBeep),
        equals('VoicemailNoBeep', then.voicemailWithoutBeep),
        equals('NotDetected', then.unknown),
      ],
      errors: { NoMatchingError: then.unknown },
    },
  );

/** Goes on with `again` so many times, then once with `done`. */
export const loop = <const T extends string>(
  times: number,
  { again, done }: { readonly again: T; readonly done: T },
) =>
  actions.loop(
    { LoopCount: String(times) },
    { conditions: [equals('ContinueLooping', again), equals('DoneLooping', done)] },
  );

/** Waits in a chat or task. */
export const wait = <const T extends string>(
  seconds: number,
  { next, failed }: { readonly next: T; readonly failed: T },
) =>
  actions.wait(
    { TimeLimitSeconds: String(seconds) },
    { conditions: [equals('WaitCompleted', next)], errors: { NoMatchingError: failed } },
  );

/** Sends shares of the contacts, in percent, different ways, and the rest another. */
export const distribute = <const T extends string>(
  shares: readonly (readonly [percent: number, next: T])[],
  { rest }: { readonly rest: T },
) =>
  actions.distributeByPercentage(
    {},
    {
      conditions: shares.map(([, next], index) => ({
        operator: 'NumberLessThan',
        operand: String(1 + shares.slice(0, index + 1).reduce((sum, [percent]) => sum + percent, 0)),
        next,
      })),
      errors: { NoMatchingCondition: rest },
    },
  );
