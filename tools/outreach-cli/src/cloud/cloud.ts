import type { CallingPolicy } from '@atlas-engine/domain';
import type { InteractionStore } from '@atlas-engine/interaction-store';
import type { Stage } from '@atlas-engine/resource-names';
import type { Executions } from '../run/executions.ts';

/** A block of a contact flow that a call left, and how. */
export interface TracedBlock {
  /** ISO 8601. */
  readonly at: string;
  readonly flow: string;
  readonly block: string;
  readonly branch: string;
}

/** What a command works on: a stage in AWS, or the local cloud. */
export interface Cloud {
  readonly executions: Executions;
  readonly store: InteractionStore;
  /** The stage's rules of when and how often people may be called. */
  readonly callingPolicy: CallingPolicy;
  /** Wall milliseconds between two looks at the executions. */
  readonly pollEvery: number;
  /** Epoch milliseconds; simulated in the local cloud. */
  now(): Promise<number>;
  /** The way of a contact through its flows; nothing where it is not known, as in AWS. */
  trace(contactId: string): Promise<readonly TracedBlock[]>;
  /** Keeps accelerated time from running ahead until released. */
  holdClock(): Promise<{ release(): Promise<void> }>;
  close(): Promise<void>;
}

export interface CloudOptions {
  readonly stage: Stage;
  /** Root of the workspace: the local cloud loads its synthesized stacks. */
  readonly workspace: string;
  /** `look` leaves everything as it is: no time runs faster, no state changes. */
  readonly purpose: 'run' | 'look';
  /** How fast time runs in the local cloud while everything waits; as fast as can be by default. */
  readonly speed?: number | undefined;
  /** Where the local cloud keeps its state; `.atlas/local` in the workspace by default. */
  readonly stateDirectory?: string | undefined;
  readonly onNote: (note: string) => void;
}

/** Opens a stage. */
export type OpenCloud = (options: CloudOptions) => Promise<Cloud>;
