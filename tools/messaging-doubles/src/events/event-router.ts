import { noFaults } from '@atlas-engine/simulation';
import { eventTime, type EventEnvelope } from './event.ts';
import type { EventBridgeOptions } from './events-options.ts';
import type { RuleDirectory } from './rule-directory.ts';
import type { RuleRecord } from './rule-record.ts';
import { createTargetDeliveries, type TargetDeliveries } from './target-delivery.ts';
import { targetInput } from './target-input.ts';
import { targetService } from './target-check.ts';

export interface PublishOptions {
  /** May be lost: Connect, Transcribe and Step Functions give no promise. S3 and customers' events are never lost. */
  readonly bestEffort?: boolean;
  /** What the event is about, the same in every run, for the fault plan. */
  readonly faultKey?: string;
  /** Came from another bus: it is not sent on to a third. */
  readonly forwarded?: boolean;
}

/** Sends events to the targets of the rules that they match. */
export interface EventRouter {
  publish(bus: string, event: EventEnvelope, options?: PublishOptions): void;
  /** Sends an event to one rule's targets, whatever its pattern. */
  fire(rule: RuleRecord, event: EventEnvelope): void;
  readonly deliveries: TargetDeliveries;
}

/** Makes the router; deliveries that an earlier process owed are taken up. */
export const createEventRouter = (options: EventBridgeOptions, directory: RuleDirectory): EventRouter => {
  const { clock, faults = noFaults } = options;

  const deliveries = createTargetDeliveries(options, (busArn, event) => {
    publish(directory.busName(busArn), event, { forwarded: true });
  });

  const fire = (
    rule: RuleRecord,
    event: EventEnvelope,
    { faultKey, forwarded }: PublishOptions = {},
  ): void => {
    const context = { ruleArn: rule.arn, ruleName: rule.name, ingestionTime: eventTime(clock.now()) };
    for (const target of rule.targets) {
      if (forwarded && targetService(target.Arn) === 'events') continue;
      const key = `${rule.name}/${target.Id}/${faultKey ?? event['detail-type']}`;
      const point = { service: 'events', operation: 'delivery', key };
      const delivery = { target, ruleArn: rule.arn, event, input: targetInput(target, event, context) };
      const copies = faults.deliveries(point);
      for (let copy = 0; copy < copies; copy += 1)
        deliveries.owe(delivery, clock.now() + faults.delay(point));
    }
  };

  const publish: EventRouter['publish'] = (bus, event, publishOptions = {}) => {
    const key = publishOptions.faultKey ?? `${event.source}/${event['detail-type']}`;
    const isLost =
      publishOptions.bestEffort === true && faults.lost({ service: 'events', operation: 'event', key });
    if (isLost) return;
    for (const rule of directory.ofBus(bus)) {
      if (rule.state !== 'DISABLED' && directory.matches(rule, event)) fire(rule, event, publishOptions);
    }
  };

  return { publish, fire: (rule, event) => fire(rule, event), deliveries };
};
