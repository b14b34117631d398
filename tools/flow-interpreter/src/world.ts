import type { AgentView, QueueView } from './contact.ts';
import type { LoadedFlow } from './flow-document.ts';

export type MetricType =
  | 'NumberOfAgentsAvailable'
  | 'NumberOfAgentsStaffed'
  | 'NumberOfAgentsOnline'
  | 'OldestContactInQueueAgeSeconds'
  | 'NumberOfContactsInQueue';

export interface MetricTarget {
  readonly queueId?: string | undefined;
  readonly agentId?: string | undefined;
}

/** What blocks look up. Ids are given as the flow has them, ARN or id; `undefined` means that there is none. */
export interface FlowWorld {
  /** Simulated time, epoch milliseconds. */
  now(): number;
  /** A number in [0, 1), for `DistributeByPercentage`. */
  random(): number;
  flow(id: string): LoadedFlow | undefined;
  queue(id: string): QueueView | undefined;
  agent(id: string): AgentView | undefined;
  queueIsFull(queueId: string): boolean;
  /** Whether the hours of operation, or those of a queue, are open now. */
  isOpen(target: {
    readonly hoursId?: string | undefined;
    readonly queueId?: string | undefined;
  }): boolean | undefined;
  /** A metric of a queue or an agent; ages are in seconds. */
  metric(type: MetricType, target: MetricTarget): number | undefined;
  /** Whether a number could be called back. */
  isDialable(number: string): boolean;
  /** Whether the service itself fails at a block, which then takes its error branch: for simulated faults. */
  breaks?(block: { readonly flowId: string; readonly block: string; readonly type: string }): boolean;
}
