import {
  BedrockClient,
  GetFoundationModelAvailabilityCommand,
  GetInferenceProfileCommand,
} from '@aws-sdk/client-bedrock';
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import {
  GetAWSDefaultServiceQuotaCommand,
  GetServiceQuotaCommand,
  ServiceQuotasClient,
} from '@aws-sdk/client-service-quotas';
import { GetParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { createSalesforceClient, parseSalesforceCredentials } from '@atlas-engine/salesforce-client';
import type { Connection } from '../aws/connection.ts';
import { unless } from '../aws/unless.ts';
import { OperationError } from '../errors.ts';
import type { Account, ModelAvailability, QuotaId } from './account.ts';

/** The account that a connection leads to. */
export function awsAccount(connection: Connection, salesforceApiVersion: string): Account {
  const ssm = new SSMClient(connection);
  const secrets = new SecretsManagerClient(connection);
  return {
    async caller() {
      const { Account: account = '', Arn: arn = '' } = await new STSClient(connection).send(
        new GetCallerIdentityCommand(),
      );
      return { account, arn };
    },
    async parameter(name) {
      const answer = await unless('ParameterNotFound', ssm.send(new GetParameterCommand({ Name: name })));
      return answer?.Parameter?.Value;
    },
    async secret(name) {
      const asked = secrets.send(new GetSecretValueCommand({ SecretId: name }));
      return (await unless('ResourceNotFoundException', asked))?.SecretString;
    },
    ...models(connection),
    quota: quotas(connection),
    salesforceObject: (secret, object) =>
      createSalesforceClient({
        credentials: () => Promise.resolve(parseSalesforceCredentials(secret)),
        apiVersion: salesforceApiVersion as `v${number}.0`,
      }).describe(object),
  };
}

function models(connection: Connection): Pick<Account, 'inferenceProfile' | 'model'> {
  const bedrock = new BedrockClient(connection);
  return {
    async inferenceProfile(id) {
      const asked = bedrock.send(new GetInferenceProfileCommand({ inferenceProfileIdentifier: id }));
      return (await unless('ResourceNotFoundException', asked))?.status;
    },
    async model(id): Promise<ModelAvailability | undefined> {
      const asked = bedrock.send(new GetFoundationModelAvailabilityCommand({ modelId: id }));
      const answer = await unless('ResourceNotFoundException', asked);
      return (
        answer && {
          authorized: answer.authorizationStatus === 'AUTHORIZED',
          entitled: answer.entitlementAvailability === 'AVAILABLE',
          inRegion: answer.regionAvailability === 'AVAILABLE',
          agreement: answer.agreementAvailability?.status ?? 'ERROR',
        }
      );
    },
  };
}

function quotas(connection: Connection): Account['quota'] {
  const client = new ServiceQuotasClient(connection);
  const applied = async ({ service, code }: QuotaId, contextArn?: string) => {
    const context = contextArn === undefined ? {} : { ContextId: contextArn };
    const asked = client.send(
      new GetServiceQuotaCommand({ ServiceCode: service, QuotaCode: code, ...context }),
    );
    return (await unless('NoSuchResourceException', asked))?.Quota?.Value;
  };
  const preset = async ({ service, code }: QuotaId) => {
    const answer = await client.send(
      new GetAWSDefaultServiceQuotaCommand({ ServiceCode: service, QuotaCode: code }),
    );
    return answer.Quota?.Value;
  };
  return async (quota, contextArn) => {
    const own = contextArn === undefined ? undefined : await applied(quota, contextArn);
    const value = own ?? (await applied(quota)) ?? (await preset(quota));
    if (value !== undefined) return value;
    throw new OperationError(`Service Quotas has no value for ${quota.code} of ${quota.service}.`);
  };
}
