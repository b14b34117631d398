import type { LookUps } from '@atlas-engine/iam-policies';
import { inferenceRegions } from '@atlas-engine/resource-names';
import type { StepFunctions } from '@atlas-engine/states-language';
import type { S3, SecretsManager } from '@atlas-engine/storage-doubles';

interface Known {
  readonly secrets: SecretsManager;
  readonly states: StepFunctions;
  readonly s3: S3;
}

const geographies: Readonly<Record<string, readonly string[]>> = inferenceRegions;

/** What IAM must know of what the services hold. They are asked late, because they need permissions themselves. */
export const lookUpsIn = (services: () => Known): LookUps => ({
  secretArn: (id) => services().secrets.arnOf(id),
  stateMachineOf(taskToken) {
    const { tokens, executions } = services().states.engine.tables;
    const executionArn = tokens.get(taskToken)?.executionArn;
    return executionArn === undefined ? undefined : executions.get(executionArn)?.stateMachineArn;
  },
  objectExists: (bucket, key) => services().s3.hasObject(bucket, key),
  profileRegions: (id) => geographies[id.split('.')[0] ?? ''],
});
