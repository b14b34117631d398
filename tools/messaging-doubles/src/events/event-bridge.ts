import { randomUUID } from 'node:crypto';
import { jsonService, type ServiceDouble } from '@atlas-engine/aws-wire';
import type { DroppedDelivery } from '../delivery/dropped-log.ts';
import { busOperations } from './bus-operations.ts';
import { eventTime } from './event.ts';
import { createEventsCore } from './events-core.ts';
import type { EventBridgeOptions } from './events-options.ts';
import { defaultBus } from './rule-directory.ts';
import { ruleOperations } from './rule-operations.ts';
import type { RuleRecord } from './rule-record.ts';
import { checkTarget } from './target-check.ts';
import { targetOperations } from './target-operations.ts';
import { ruleFromTemplate } from './template-rule.ts';

/** An event that a service double emits on the default bus. */
export interface ServiceEvent {
  /** E.g. `aws.connect`. */
  readonly source: string;
  readonly 'detail-type': string;
  readonly detail: Readonly<Record<string, unknown>>;
  readonly resources?: readonly string[];
  /** Epoch milliseconds; now by default. */
  readonly time?: number;
}

export interface EmitOptions {
  /** Whether the event may be lost, as those of Connect, Transcribe and Step Functions may; S3's may not. */
  readonly bestEffort: boolean;
  /** What the event is about, the same in every run, for the fault plan; its source and type by default. */
  readonly faultKey?: string;
}

/** EventBridge: the service on the wire, and what the rest of the local cloud calls in process. */
export interface EventBridge {
  readonly service: ServiceDouble;
  /** Puts a service's event on the default bus; gives its id. */
  emit(event: ServiceEvent, options: EmitOptions): string;
  /** Makes or changes a rule with its targets by the Properties of an AWS::Events::Rule. @throws AwsError as PutRule and PutTargets do. */
  putRuleFromTemplate(properties: unknown): { readonly name: string; readonly arn: string };
  /** Deletes a rule with its targets; one that is not there is passed over. */
  deleteRule(ruleArn: string): void;
  /** Makes a custom bus unless it is there. */
  putEventBus(name: string): { readonly name: string; readonly arn: string };
  rules(): readonly RuleRecord[];
  /** Deliveries that are still owed. */
  readonly pendingDeliveries: number;
  dropped(): readonly DroppedDelivery[];
  /** Says that work has arrived or ended, so that schedules look again at which clock they wait by. */
  wake(): void;
}

/**
 * Opens EventBridge on its stored state: deliveries that are owed and schedules go on.
 *
 * @example const events = createEventBridge({ clock, store, region, accountId, deliver });
 */
export const createEventBridge = (options: EventBridgeOptions): EventBridge => {
  const { clock, accountId, region } = options;
  const core = createEventsCore(options);
  const { changes, directory, router } = core;
  const operations = { ...targetOperations(core), ...ruleOperations(core), ...busOperations(core) };

  return {
    service: jsonService({ service: 'events', version: '1.1', operations }),
    emit: ({ time = clock.now(), resources = [], detail, source, ...type }, emitOptions) => {
      const id = randomUUID();
      const envelope = {
        version: '0',
        id,
        source,
        account: accountId,
        time: eventTime(time),
        region,
      } as const;
      router.publish(defaultBus, { ...envelope, ...type, resources, detail }, emitOptions);
      return id;
    },
    putRuleFromTemplate: (properties) => {
      const { request, busName, targets } = ruleFromTemplate(properties);
      targets.forEach(checkTarget);
      const rule = changes.put({ ...request, bus: directory.busName(busName) });
      changes.putTargets({ ...rule, targets: [] }, targets);
      return { name: rule.name, arn: rule.arn };
    },
    deleteRule: (ruleArn) => {
      const rule = directory.all().find(({ arn }) => arn === ruleArn);
      if (rule) changes.remove({ ...rule, targets: [] });
    },
    putEventBus: (name) => {
      if (name !== defaultBus && !directory.buses.has(name)) {
        directory.buses.set(name, { name, createdAt: clock.now(), tags: {} });
      }
      return { name, arn: directory.busArn(name) };
    },
    rules: () => directory.all(),
    get pendingDeliveries() {
      return router.deliveries.pending;
    },
    dropped: () => router.deliveries.dropped(),
    wake: () => core.schedules.wake(),
  };
};
