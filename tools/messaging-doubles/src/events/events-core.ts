import { randomUUID } from 'node:crypto';
import { eventTime, type EventEnvelope } from './event.ts';
import { createEventRouter, type EventRouter } from './event-router.ts';
import type { EventBridgeOptions } from './events-options.ts';
import { createPutEntry, type PutEntry, type PutResult } from './put-events.ts';
import { createRuleChanges, type RuleChanges } from './rule-changes.ts';
import { createRuleDirectory, type RuleDirectory } from './rule-directory.ts';
import { createSchedules, type Schedules } from './schedules.ts';

/** The parts of EventBridge, put together. */
export interface EventsCore {
  readonly options: EventBridgeOptions;
  readonly directory: RuleDirectory;
  readonly changes: RuleChanges;
  readonly router: EventRouter;
  readonly schedules: Schedules;
  readonly putEntry: (entry: PutEntry) => PutResult;
}

/** Opens EventBridge on its stored state; schedules go on. */
export const createEventsCore = (options: EventBridgeOptions): EventsCore => {
  const { accountId, region } = options;
  const directory = createRuleDirectory(options);
  const router = createEventRouter(options, directory);

  const scheduledEvent = (ruleArn: string, dueAt: number): EventEnvelope => ({
    version: '0',
    id: randomUUID(),
    'detail-type': 'Scheduled Event',
    source: 'aws.events',
    account: accountId,
    time: eventTime(dueAt),
    region,
    resources: [ruleArn],
    detail: {},
  });

  const schedules = createSchedules(options, (ruleArn, dueAt) => {
    const rule = directory.all().find(({ arn }) => arn === ruleArn);
    if (rule) router.fire(rule, scheduledEvent(ruleArn, dueAt));
  });

  for (const rule of directory.all()) schedules.follow(rule);
  return {
    options,
    directory,
    router,
    schedules,
    changes: createRuleChanges(directory, schedules),
    putEntry: createPutEntry(options, directory, router),
  };
};
