import type { WireRequest } from '@atlas-engine/aws-wire';
import type { DeployedApi } from './api-directory.ts';

/** What is known of a request while it is answered; its access log and metrics are made of it. */
export interface Visit {
  readonly api: DeployedApi;
  readonly request: WireRequest;
  readonly requestId: string;
  readonly began: number;
  route?: string;
  authorizerError?: string;
  integrationError?: string;
  integrationStatus?: number;
  integrationMilliseconds?: number;
}
