import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { S3Client } from '@aws-sdk/client-s3';
import { ListExecutionsCommand, SFNClient } from '@aws-sdk/client-sfn';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import type { Connection } from '../aws/connection.ts';
import { unless } from '../aws/unless.ts';
import { awsStacks } from './aws-stacks.ts';
import { emptyBucket } from './empty-bucket.ts';
import type { Stage } from './stacks.ts';

/** The stage that a connection leads to. */
export function awsStage(connection: Connection): Stage {
  const s3 = new S3Client({ ...connection, forcePathStyle: connection.endpoint !== undefined });
  const workflows = new SFNClient(connection);
  return {
    async account() {
      const { Account = '' } = await new STSClient(connection).send(new GetCallerIdentityCommand());
      return Account;
    },
    stacks: awsStacks(new CloudFormationClient(connection)),
    emptyBucket: (name) => emptyBucket(s3, name),
    async runningExecutions(stateMachineArn) {
      const asked = workflows.send(
        new ListExecutionsCommand({ stateMachineArn, statusFilter: 'RUNNING', maxResults: 1000 }),
      );
      return (await unless('StateMachineDoesNotExist', asked))?.executions?.length ?? 0;
    },
  };
}
