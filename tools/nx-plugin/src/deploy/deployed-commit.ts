import {
  GetParameterCommand,
  PutParameterCommand,
  SSMClient,
  type SSMClientConfig,
} from '@aws-sdk/client-ssm';
import { deployedCommitParameter } from './deployment-plan.ts';

/** The commit that a stage was last deployed from, kept in the stage's own account. */
export interface DeployedCommit {
  read(): Promise<string | undefined>;
  write(commit: string): Promise<void>;
}

export function deployedCommit(stage: string, config: SSMClientConfig): DeployedCommit {
  const client = new SSMClient(config);
  const Name = deployedCommitParameter(stage);
  return {
    async read() {
      try {
        const { Parameter } = await client.send(new GetParameterCommand({ Name }));
        return Parameter?.Value;
      } catch (error) {
        if (error instanceof Error && error.name === 'ParameterNotFound') return undefined;
        throw error;
      }
    },
    async write(commit) {
      await client.send(new PutParameterCommand({ Name, Value: commit, Type: 'String', Overwrite: true }));
    },
  };
}
