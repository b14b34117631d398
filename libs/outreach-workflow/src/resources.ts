/** What the workflow calls, by name. */
export interface WorkflowResources {
  /** `aws`, `aws-cn` or `aws-us-gov`. */
  readonly partition: string;
  /** ARNs, with the alias. */
  readonly functions: {
    readonly createLead: string;
    readonly generateScenario: string;
    readonly placeCall: string;
    readonly updateLead: string;
  };
  /** Table name of AtlasEngineInteractions, and where a request lies in it. */
  readonly interactions: {
    readonly table: string;
    readonly partitionKey: string;
    readonly sortKey: string;
    readonly requestPartitionPrefix: string;
    readonly requestSortKey: string;
  };
  readonly salesTeamTopicArn: string;
  readonly parkedRequestsQueueUrl: string;
}

/** The service integrations that the workflow uses. */
export const integrations = {
  invoke: 'states:::lambda:invoke',
  invokeAndWait: 'states:::lambda:invoke.waitForTaskToken',
  updateItem: 'states:::dynamodb:updateItem',
  sendMessage: 'states:::sqs:sendMessage',
  publish: 'states:::sns:publish',
} as const;

/** The `Resource` of a task. */
export const integration = (partition: string, name: keyof typeof integrations): string =>
  `arn:${partition}:${integrations[name]}`;
