import type { CallReport } from '@atlas-engine/aws-wire';
import type { CloudFormation } from '@atlas-engine/cloudformation-double';
import type { FaultPlanOptions, SimulationClock } from '@atlas-engine/simulation';
import type { describeCloud } from './describe-cloud.ts';
import type { Services } from './services.ts';

export interface LocalCloudOptions {
  /** Root of the workspace whose synthesized stacks are loaded. */
  readonly workspace: string;
  /** Where state lies between starts. */
  readonly stateDirectory: string;
  /** Forgets earlier state. */
  readonly fresh?: boolean;
  /** Starts without the synthesized stacks, for a first deployment from nothing. */
  readonly empty?: boolean;
  /** 0 for any free port; 4566 by default. */
  readonly port?: number;
  /** How fast time runs while everything waits; Infinity jumps. 1 by default. */
  readonly speed?: number;
  /** Faults on the calls of functions, and on the deliveries of messages. */
  readonly faults?: FaultPlanOptions;
  /** Hears of every call. */
  readonly observe?: (report: CallReport) => void;
  /** Processes of one function that may run at the same time; 4 by default. */
  readonly processes?: number;
  readonly region?: string;
  readonly accountId?: string;
}

export interface LocalCloud {
  readonly url: string;
  readonly clock: SimulationClock;
  readonly services: Services;
  readonly cloudFormation: CloudFormation;
  describe(): ReturnType<typeof describeCloud>;
  close(): Promise<void>;
}
