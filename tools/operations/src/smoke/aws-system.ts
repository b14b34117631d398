import { CloudWatchLogsClient, FilterLogEventsCommand } from '@aws-sdk/client-cloudwatch-logs';
import { DescribeTableCommand, DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import { GetAliasCommand, InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { DescribeExecutionCommand, SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import type { Connection } from '../aws/connection.ts';
import { unless } from '../aws/unless.ts';
import type { System } from './system.ts';

/** How far back log lines are looked for: the invocation is younger. */
const logWindow = 10 * 60_000;

/** The stage that a connection leads to. */
export const awsSystem = (connection: Connection): System => ({
  ...tables(new DynamoDBClient(connection)),
  ...functions(new LambdaClient(connection)),
  ...logs(new CloudWatchLogsClient(connection)),
  ...workflow(new SFNClient(connection)),
});

const tables = (client: DynamoDBClient): Pick<System, 'tableStatus' | 'readItem'> => ({
  async tableStatus(name) {
    const asked = client.send(new DescribeTableCommand({ TableName: name }));
    return (await unless('ResourceNotFoundException', asked))?.Table?.TableStatus;
  },
  async readItem(table, key) {
    const attributes = Object.entries(key).map(([name, text]) => [name, { S: text }] as const);
    await client.send(new GetItemCommand({ TableName: table, Key: Object.fromEntries(attributes) }));
  },
});

const functions = (client: LambdaClient): Pick<System, 'alias' | 'invoke'> => ({
  async alias(functionName, alias) {
    const asked = client.send(new GetAliasCommand({ FunctionName: functionName, Name: alias }));
    const answer = await unless('ResourceNotFoundException', asked);
    return (
      answer && {
        version: answer.FunctionVersion ?? '',
        shifting: Object.keys(answer.RoutingConfig?.AdditionalVersionWeights ?? {}),
      }
    );
  },
  async invoke(functionArn, event) {
    const answer = await client.send(
      new InvokeCommand({ FunctionName: functionArn, Payload: Buffer.from(JSON.stringify(event)) }),
    );
    const text = Buffer.from(answer.Payload ?? []).toString();
    return {
      requestId: answer.$metadata.requestId ?? '',
      answer: text === '' ? undefined : (JSON.parse(text) as unknown),
      ...(answer.FunctionError === undefined ? {} : { failure: failureIn(text) }),
    };
  },
});

/** Type and message of a failure; a stack is for the log. */
function failureIn(text: string): string {
  const { errorType = 'Error', errorMessage = '' } = JSON.parse(text) as Record<string, string | undefined>;
  return `${errorType}: ${errorMessage}`;
}

const logs = (client: CloudWatchLogsClient): Pick<System, 'hasLogLine'> => ({
  async hasLogLine(logGroup, texts) {
    const filterPattern = texts.map((text) => `"${text}"`).join(' ');
    const asked = client.send(
      new FilterLogEventsCommand({
        logGroupName: logGroup,
        filterPattern,
        startTime: Date.now() - logWindow,
      }),
    );
    return ((await unless('ResourceNotFoundException', asked))?.events ?? []).length > 0;
  },
});

const workflow = (client: SFNClient): Pick<System, 'start' | 'execution'> => ({
  async start(stateMachineArn, name, input) {
    const { executionArn = '' } = await client.send(
      new StartExecutionCommand({ stateMachineArn, name, input: JSON.stringify(input) }),
    );
    return executionArn;
  },
  async execution(executionArn) {
    const { status = '', error } = await client.send(new DescribeExecutionCommand({ executionArn }));
    return { status, ...(error === undefined ? {} : { error }) };
  },
});
