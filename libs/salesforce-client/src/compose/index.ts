import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { awsClientOptions, readConfiguration, type Metrics } from '@atlas-engine/function-kit';
import * as z from 'zod';
import { createSalesforceClient, type SalesforceClient } from '../client.ts';
import { parseSalesforceCredentials } from '../credentials.ts';
import { isSalesforceError, SalesforceAuthError } from '../errors.ts';
import type { CredentialsProvider } from '../session-source.ts';

/** A rotated secret is noticed after this at the latest, and at once when Salesforce refuses the log-in. */
const secretLifetime = 5 * 60_000;

/**
 * The client of a function, from its environment: the secret in Secrets Manager is read when first needed and kept for
 * five minutes. What Salesforce says of the org's limits becomes a metric.
 *
 * @throws ConfigurationError naming the variable that is missing or malformed
 */
export function composeSalesforce(metrics: Metrics): SalesforceClient {
  const { SALESFORCE_SECRET_ID, SALESFORCE_API_VERSION } = readConfiguration(
    z.object({
      SALESFORCE_SECRET_ID: z.string().min(1),
      SALESFORCE_API_VERSION: z.templateLiteral(['v', z.int().min(46).max(99), '.0']),
    }),
  );
  const client = new SecretsManagerClient(awsClientOptions());
  return createSalesforceClient({
    credentials: secretCredentials(client, SALESFORCE_SECRET_ID),
    apiVersion: SALESFORCE_API_VERSION,
    onLimitInfo: ({ used, max }) => {
      metrics.add('SalesforceApiUsed', used, 'None');
      metrics.add('SalesforceApiUsedPercent', max === 0 ? 100 : (100 * used) / max, 'Percent');
    },
  });
}

/** Counts a failure of a function that Salesforce is the reason of. */
export const countCrmFailure =
  (metrics: Pick<Metrics, 'count'>) =>
  (error: unknown): void => {
    if (isSalesforceError(error)) metrics.count('CrmFailure');
  };

function secretCredentials(
  client: Pick<SecretsManagerClient, 'send'>,
  secretId: string,
): CredentialsProvider {
  let known: { readonly text: string; readonly at: number } | undefined;
  return async ({ refresh = false } = {}) => {
    const now = performance.now();
    if (known === undefined || refresh || now - known.at > secretLifetime) {
      known = { text: await readSecret(client, secretId), at: now };
    }
    return parseSalesforceCredentials(known.text);
  };
}

async function readSecret(client: Pick<SecretsManagerClient, 'send'>, secretId: string): Promise<string> {
  try {
    const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId: secretId }));
    return SecretString ?? '';
  } catch (cause) {
    if (!(cause instanceof Error) || cause.name !== 'ResourceNotFoundException') throw cause;
    throw new SalesforceAuthError(
      `The Salesforce secret ${secretId} does not exist: create it and fill it in.`,
      { cause },
    );
  }
}
