import { AwsError, type ServiceDouble } from '@atlas-engine/aws-wire';
import type { DynamoDb } from '@atlas-engine/dynamodb-local';
import type { Lambda } from '@atlas-engine/lambda-runtime';
import type { Sns, Sqs } from '@atlas-engine/messaging-doubles';
import { TaskFailure, type TaskRunner, type TaskRunners } from '@atlas-engine/states-language';
import * as z from 'zod';
import { callJson } from './call-json.ts';
import type { ServiceAccess } from './permissions/service-access.ts';
import { taskNeeds, type TaskNeeds } from './permissions/task-needs.ts';
import { workflowSession } from './permissions/workflow-host.ts';

export interface RunnerTargets {
  readonly lambda: Lambda;
  readonly sqs: Sqs;
  readonly sns: Sns;
  readonly dynamodb: DynamoDb;
  readonly access: ServiceAccess;
  readonly region: string;
  readonly accountId: string;
}

/** What tasks of a state machine can do here. A definition that names another resource is refused when it is loaded. */
export const createTaskRunners = (targets: RunnerTargets): TaskRunners =>
  Object.fromEntries(
    Object.entries(openRunners(targets)).map(([resource, runner]) => [
      resource,
      asRole(runner, targets, taskNeeds(resource, targets)),
    ]),
  );

/** The task is done only if the state machine's role may. */
const asRole = (runner: TaskRunner, { access }: RunnerTargets, needs: TaskNeeds): TaskRunner => ({
  async invoke(resource, args, context) {
    for (const { action, resource: about } of needs.of(args)) {
      const denial = access.denial({ roleArn: context.roleArn, session: workflowSession }, action, about);
      if (denial !== undefined) throw new TaskFailure({ error: needs.error, cause: denial });
    }
    return await runner.invoke(resource, args, context);
  },
});

const openRunners = (targets: RunnerTargets): TaskRunners => ({
  'arn:aws:states:::lambda:invoke': lambdaRunner(targets.lambda),
  'arn:aws:states:::lambda:invoke.waitForTaskToken': lambdaRunner(targets.lambda),
  'arn:aws:states:::sqs:sendMessage': jsonRunner('SQS', targets.sqs.service, 'AmazonSQS.SendMessage'),
  'arn:aws:states:::sns:publish': snsRunner(targets.sns),
  'arn:aws:states:::dynamodb:updateItem': jsonRunner(
    'DynamoDB',
    targets.dynamodb.service,
    'DynamoDB_20120810.UpdateItem',
  ),
  'arn:aws:states:::dynamodb:putItem': jsonRunner(
    'DynamoDB',
    targets.dynamodb.service,
    'DynamoDB_20120810.PutItem',
  ),
});

/** Runners that say when they begin a task. */
export const announced = (runners: TaskRunners, announce: () => void): TaskRunners =>
  Object.fromEntries(
    Object.entries(runners).map(([resource, runner]): [string, TaskRunner] => [
      resource,
      {
        invoke: (...task) => {
          announce();
          return runner.invoke(...task);
        },
      },
    ]),
  );

const invokeSchema = z.strictObject({
  FunctionName: z.string(),
  Payload: z.unknown().optional(),
  InvocationType: z.literal('RequestResponse').optional(),
});
const errorSchema = z.looseObject({ errorType: z.string().optional() });

const lambdaRunner = (lambda: Lambda): TaskRunner => ({
  async invoke(_, args) {
    const { FunctionName, Payload } = invokeSchema.parse(args);
    const result = await failingAs('Lambda', () =>
      lambda.invoke(FunctionName, JSON.stringify(Payload ?? {}), { type: 'RequestResponse' }),
    );
    const answer: unknown = result.payload === '' ? null : JSON.parse(result.payload);
    if (result.functionError !== undefined) {
      const { errorType = 'Lambda.Unknown' } = errorSchema.parse(answer);
      throw new TaskFailure({ error: errorType, cause: result.payload });
    }
    return { ExecutedVersion: result.executedVersion, Payload: answer, StatusCode: result.statusCode };
  },
});

/** Calls a JSON service as the SDK would, without the network. */
const jsonRunner = (name: string, service: ServiceDouble, target: string): TaskRunner => ({
  invoke: (_, args) =>
    failingAs(name, () => callJson({ service }, target, name === 'SQS' ? withTextBody(args) : args)),
});

/** Step Functions takes a message body that is not text and sends it as JSON. */
function withTextBody(args: unknown): unknown {
  const input = z.looseObject({ MessageBody: z.unknown() }).parse(args);
  const { MessageBody: body } = input;
  return typeof body === 'string' ? input : { ...input, MessageBody: JSON.stringify(body) };
}

const publishSchema = z.strictObject({
  TopicArn: z.string(),
  Message: z.unknown(),
  Subject: z.string().optional(),
});

const snsRunner = (sns: Sns): TaskRunner => ({
  invoke(_, args) {
    return failingAs('SNS', () => {
      const { TopicArn, Message, Subject } = publishSchema.parse(args);
      const message = typeof Message === 'string' ? Message : JSON.stringify(Message);
      const { messageId } = sns.publish(TopicArn, {
        message,
        ...(Subject === undefined ? {} : { subject: Subject }),
      });
      return Promise.resolve({ MessageId: messageId });
    });
  },
});

/** A service's error under the name that Retry and Catch see: `<Service>.<Code>`. */
async function failingAs<T>(service: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof AwsError)) throw error;
    throw new TaskFailure({ error: `${service}.${error.code}`, cause: error.message });
  }
}
