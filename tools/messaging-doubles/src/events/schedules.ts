import type { Collection, Timer } from '@atlas-engine/simulation';
import { createBackgroundTimers } from './background-timers.ts';
import type { EventBridgeOptions } from './events-options.ts';
import type { RuleRecord } from './rule-record.ts';
import { parseSchedule } from './schedule-expression.ts';

/** The next tick of a rule, kept with the expression that it was reckoned by. */
export interface NextTick {
  readonly expression: string;
  readonly at: number;
}

/** The ticks of scheduled rules. */
export interface Schedules {
  /** Takes up, changes or ends a rule's schedule. */
  follow(rule: RuleRecord): void;
  forget(ruleArn: string): void;
  wake(): void;
}

/** Makes the schedules; `tick` gets the rule's ARN and the time that the tick was due. */
export const createSchedules = (
  options: EventBridgeOptions,
  tick: (ruleArn: string, dueAt: number) => void,
): Schedules => {
  const { clock, store, isWorkPending = () => true } = options;
  const next: Collection<NextTick> = store.collection('events/schedules');
  const background = createBackgroundTimers({ clock, isWorkPending });
  const timers = new Map<string, Timer>();

  const stop = (arn: string): void => {
    timers.get(arn)?.cancel();
    timers.delete(arn);
  };

  const arm = (arn: string, expression: string, at: number | undefined): void => {
    stop(arn);
    if (at === undefined) {
      next.delete(arn);
      return;
    }
    next.set(arn, { expression, at });
    const fire = (): void => {
      arm(arn, expression, parseSchedule(expression)(Math.max(at, clock.now())));
      tick(arn, at);
    };
    timers.set(arn, background.schedule(at, fire));
  };

  const forget = (arn: string): void => {
    stop(arn);
    next.delete(arn);
  };

  return {
    follow: ({ arn, schedule, state }) => {
      if (schedule === undefined || state === 'DISABLED') {
        forget(arn);
        return;
      }
      const known = next.get(arn);
      const isSame = known?.expression === schedule;
      arm(arn, schedule, isSame ? known.at : parseSchedule(schedule)(clock.now()));
    },
    forget,
    wake: () => background.wake(),
  };
};
