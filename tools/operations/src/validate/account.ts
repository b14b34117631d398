import type { ObjectDescription } from '@atlas-engine/salesforce-client';

/** Who the credentials belong to. */
export interface Caller {
  readonly account: string;
  readonly arn: string;
}

/** Whether a model may be invoked, as Bedrock says; `undefined` for a model that it does not know. */
export interface ModelAvailability {
  readonly authorized: boolean;
  readonly entitled: boolean;
  readonly inRegion: boolean;
  /** `AVAILABLE`, `PENDING`, `NOT_AVAILABLE`, `ERROR`. */
  readonly agreement: string;
}

/** What a preflight asks an account. Nothing of it changes anything or costs anything. */
export interface Account {
  caller(): Promise<Caller>;
  /** Undefined when there is none. */
  parameter(name: string): Promise<string | undefined>;
  /** Undefined when there is none. */
  secret(name: string): Promise<string | undefined>;
  /** The status of an inference profile; undefined when there is none of that id. */
  inferenceProfile(id: string): Promise<string | undefined>;
  model(id: string): Promise<ModelAvailability | undefined>;
  /**
   * What an account, or one resource of it, has of something; the default when it never asked for another.
   *
   * @param contextArn a resource with a quota of its own, such as an Amazon Connect instance
   */
  quota(quota: QuotaId, contextArn?: string): Promise<number>;
  /** Signs in to Salesforce. @throws SalesforceError */
  salesforceObject(secret: string, object: string): Promise<ObjectDescription>;
}

/** A quota of Service Quotas. */
export interface QuotaId {
  readonly service: string;
  readonly code: string;
}
