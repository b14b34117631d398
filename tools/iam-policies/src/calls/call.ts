import type { Input } from '@atlas-engine/aws-wire';
import type { Context } from '../policy/context.ts';

/** Where calls are made; all of it is in their ARNs. */
export interface Place {
  readonly partition: string;
  readonly region: string;
  readonly accountId: string;
}

/** What a request names otherwise than IAM does. */
export interface LookUps {
  /** ARN of a secret known by name or ARN; undefined when there is none. */
  secretArn(id: string): string | undefined;
  /** The state machine whose execution waits with a task token. */
  stateMachineOf(taskToken: string): string | undefined;
  objectExists(bucket: string, key: string): boolean;
  /** The regions that an inference profile may choose; undefined for one that is not known. */
  profileRegions(profileId: string): readonly string[] | undefined;
}

/** A call of a service's API. */
export interface Call {
  readonly operation: string;
  /** Path as sent, percent-encoded. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  /** The members of a JSON body or a form. Read when first used. @throws AwsError SerializationException */
  readonly input: Input;
  readonly place: Place;
  readonly lookUps: LookUps;
}

/** A permission that a call needs. */
export interface Need {
  readonly action: string;
  readonly resource: string;
  /** Condition keys of the service, in lower case. */
  readonly context?: Context;
  /** How the service refuses when its error is not that of a denied call. */
  readonly refusal?: { readonly code: string; readonly message: string };
}

/** What a call needs; all of it. */
export type CallNeeds = (call: Call) => readonly Need[];

/** Needs by operation. */
export type CallTable = Readonly<Record<string, CallNeeds>>;

/** A call that needs one permission. */
export const needs =
  (action: string, resourceOf: (call: Call) => string): CallNeeds =>
  (call) => [{ action, resource: resourceOf(call) }];

/** Operations that need the action of their own name, all on the same kind of resource. */
export const ownActions = (
  service: string,
  operations: readonly string[],
  resourceOf: (call: Call) => string,
): CallTable =>
  Object.fromEntries(
    operations.map((operation) => [operation, needs(`${service}:${operation}`, resourceOf)]),
  );

/** For actions without resource-level permissions. */
export const anyResource = (): string => '*';

/** An ARN of the call's account and region. */
export const arnOf = ({ partition, region, accountId }: Place, service: string, rest: string): string =>
  `arn:${partition}:${service}:${region}:${accountId}:${rest}`;

/** A name, or the ARN when it is one already. */
export const arnOrName = (text: string, toArn: (name: string) => string): string =>
  text.startsWith('arn:') ? text : toArn(text);
