/** A grant that is needed on AWS, and that nothing here can need. */
export interface UnusedOnPurpose {
  /** Fits the policy's id. */
  readonly policy: RegExp;
  /** Fits the action. */
  readonly action: RegExp;
  readonly reason: string;
}

/** What the report of permissions lists as unused although it is not. Each entry says who needs it. */
export const unusedOnPurpose: readonly UnusedOnPurpose[] = [
  {
    policy: /^[\w-]+-deployment-local\//,
    action: /^(lambda:|cloudwatch:DescribeAlarms|sts:AssumeRole)/,
    reason: 'CodeDeploy shifts traffic with it when a function is deployed.',
  },
  {
    policy: /Bot-role-local\/Own$/,
    action: /^polly:SynthesizeSpeech$/,
    reason: 'Lex speaks with it in a call; the local bots write.',
  },
  {
    policy: /^atlas-local-foundation\/AccessLogsPolicy/,
    action: /^s3:PutObject$/,
    reason: 'S3 writes its access logs, which the local S3 does not have.',
  },
  {
    policy: /^atlas-local-foundation\/OperationsPolicy/,
    action: /^sns:Publish$/,
    reason: 'CloudWatch tells of alarms and Budgets of costs.',
  },
  {
    policy: /^atlas-local-foundation\/SmsQuickStartSnsDestinationPolicy/,
    action: /^sns:Publish$/,
    reason: 'End User Messaging hands over incoming texts; here whoever plays the phone publishes them.',
  },
  {
    policy: /^AtlasEngine(Console|Chat)-publisher-local\/Own$/,
    action: /^(logs:(CreateLogStream|PutLogEvents)|s3:DeleteObject)$/,
    reason:
      "The CDK's provider that publishes pages logs what it does, and takes away pages that a later build has no more.",
  },
  {
    policy: /^connect-association\//,
    action: /^lambda:InvokeFunction$/,
    reason: 'Amazon Connect adds it for contact flows; no template holds it.',
  },
];
