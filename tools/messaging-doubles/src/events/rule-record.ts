/** Where a rule sends events, as PutTargets takes it. */
export interface RuleTarget {
  readonly Id: string;
  readonly Arn: string;
  readonly RoleArn?: string | undefined;
  readonly Input?: string | undefined;
  readonly InputPath?: string | undefined;
  readonly InputTransformer?: InputTransformer | undefined;
  readonly SqsParameters?: { readonly MessageGroupId: string } | undefined;
  readonly RetryPolicy?: RetryPolicy | undefined;
  readonly DeadLetterConfig?: { readonly Arn?: string | undefined } | undefined;
}

export interface InputTransformer {
  /** Variable name to JSON path. */
  readonly InputPathsMap?: Readonly<Record<string, string>> | undefined;
  readonly InputTemplate: string;
}

export interface RetryPolicy {
  /** 0 to 185. */
  readonly MaximumRetryAttempts?: number | undefined;
  /** 60 to 86,400. */
  readonly MaximumEventAgeInSeconds?: number | undefined;
}

export const ruleStates = ['ENABLED', 'DISABLED', 'ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS'] as const;
export type RuleState = (typeof ruleStates)[number];

/** A rule as it is stored. */
export interface RuleRecord {
  readonly name: string;
  readonly bus: string;
  readonly arn: string;
  readonly state: RuleState;
  /** JSON text, as it was given. */
  readonly pattern?: string;
  readonly schedule?: string;
  readonly description?: string;
  readonly roleArn?: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly targets: readonly RuleTarget[];
}

/** A custom event bus as it is stored; `default` is always there. */
export interface BusRecord {
  readonly name: string;
  readonly createdAt: number;
  readonly description?: string;
  readonly tags: Readonly<Record<string, string>>;
}
