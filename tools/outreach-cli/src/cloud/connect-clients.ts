import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SFNClient } from '@aws-sdk/client-sfn';
import { parseCallingPolicy, type CallingPolicy } from '@atlas-engine/domain';
import { dynamoInteractionStore } from '@atlas-engine/interaction-store';
import { atlasNames, StageConfigurationError, type StageConfiguration } from '@atlas-engine/resource-names';
import { workflowExecutions } from '../run/executions.ts';
import type { Cloud } from './cloud.ts';

/** Where and as whom the clients call; by default as the AWS SDK finds it. */
export interface Connection {
  readonly endpoint: string;
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
}

/** What a stage's configuration and names give: clients and rules. */
export function connectClients(
  configuration: StageConfiguration,
  connection?: Connection,
): Pick<Cloud, 'executions' | 'store' | 'callingPolicy'> {
  const names = atlasNames(configuration);
  const settings = { region: names.region, maxAttempts: 8, ...connection };
  return {
    callingPolicy: policyOf(configuration),
    executions: workflowExecutions(new SFNClient(settings), names.workflow),
    store: dynamoInteractionStore({
      client: new DynamoDBClient(settings),
      tableNames: { interactions: names.tables.interactions.name, taskTokens: names.tables.taskTokens.name },
    }),
  };
}

function policyOf({ callingPolicy }: StageConfiguration): CallingPolicy {
  const parsed = parseCallingPolicy(callingPolicy);
  if (parsed.ok) return parsed.policy;
  throw new StageConfigurationError([
    { key: 'callingPolicy', value: callingPolicy, allowed: parsed.problems.join('; ') },
  ]);
}
