import { needsOf, type LookUps, type Need } from '@atlas-engine/iam-policies';
import * as z from 'zod';

/** What tasks of one kind need of the state machine's role. */
export interface TaskNeeds {
  of(args: unknown): readonly Need[];
  /** The error name of a denied task, as Retry and Catch see it. */
  readonly error: string;
}

interface Integration {
  readonly service: string;
  readonly operation: string;
  readonly error: string;
}

/** The optimized integrations; errors are named for the client of the service that Step Functions uses. */
const integrations: Readonly<Record<string, Integration>> = {
  'lambda:invoke': { service: 'lambda', operation: 'Invoke', error: 'Lambda.AWSLambdaException' },
  'sqs:sendMessage': { service: 'sqs', operation: 'SendMessage', error: 'SQS.AmazonSQSException' },
  'sns:publish': { service: 'sns', operation: 'Publish', error: 'SNS.AuthorizationErrorException' },
  'dynamodb:updateItem': {
    service: 'dynamodb',
    operation: 'UpdateItem',
    error: 'DynamoDB.AmazonDynamoDBException',
  },
  'dynamodb:putItem': {
    service: 'dynamodb',
    operation: 'PutItem',
    error: 'DynamoDB.AmazonDynamoDBException',
  },
};

const noLookUps: LookUps = {
  secretArn: () => undefined,
  stateMachineOf: () => undefined,
  objectExists: () => true,
  profileRegions: () => undefined,
};

const argumentsSchema = z.looseObject({ FunctionName: z.string().optional() });

/** The needs of a task's resource, e.g. `arn:aws:states:::lambda:invoke.waitForTaskToken`. */
export function taskNeeds(
  resource: string,
  { region, accountId }: { readonly region: string; readonly accountId: string },
): TaskNeeds {
  const name = resource.replace(/^arn:aws:states:::/, '').replace(/\.\w+$/, '');
  const integration = integrations[name];
  if (integration === undefined)
    throw new RangeError(`${resource}: the local cloud has no IAM mapping for it`);
  const { service, operation, error } = integration;
  return {
    error,
    of(args) {
      const input = argumentsSchema.parse(args);
      const path = `/2015-03-31/functions/${encodeURIComponent(input.FunctionName ?? '')}/invocations`;
      const request = { path, query: new URLSearchParams(), headers: {}, body: Buffer.alloc(0) };
      const place = { partition: 'aws', region, accountId };
      return needsOf(service, { ...request, operation, input, place, lookUps: noLookUps }) ?? [];
    },
  };
}
