import type { EventBridge } from '@atlas-engine/messaging-doubles';

/** An event as a double hands it to the bus of its account. */
interface EmittedEvent {
  readonly source: string;
  readonly detailType: string;
  readonly detail: Readonly<Record<string, unknown>>;
  readonly resources: readonly string[];
  /** Epoch milliseconds. */
  readonly time: number;
}

/**
 * Puts a service's best-effort events on the default bus. The members of the detail that `keyMembers` names tell one
 * event from another alike in every run, for the fault plan.
 */
export const busEmitter =
  (events: EventBridge, keyMembers: readonly string[]) =>
  ({ source, detailType, detail, resources, time }: EmittedEvent): Promise<void> => {
    events.emit(
      { source, 'detail-type': detailType, detail, resources, time },
      { bestEffort: true, faultKey: keyMembers.map((member) => String(detail[member])).join('/') },
    );
    return Promise.resolve();
  };
