import { acknowledge, type AtlasStack } from '@atlas-engine/constructs';
import { RemovalPolicy } from 'aws-cdk-lib';
import { CfnSecret } from 'aws-cdk-lib/aws-secretsmanager';

/** Stands where a person must put a value; the Salesforce client refuses it by name. */
export const placeholder = 'REPLACE_ME';

/** The form of JWT bearer credentials; the Salesforce client names every value that is still a placeholder. */
const placeholders = {
  grantType: 'jwt-bearer',
  loginUrl: placeholder,
  clientId: placeholder,
  username: placeholder,
  privateKey: placeholder,
};

/**
 * The Salesforce credentials, as placeholders. CloudFormation writes them once: as long as the text here stays as it
 * is, for every stage and for ever, no deployment overwrites what a person has put in their place.
 */
export function addSalesforceSecret(stack: AtlasStack): CfnSecret {
  const secret = new CfnSecret(stack, 'SalesforceCreds', {
    name: stack.names.secrets.salesforce.name,
    description: 'Salesforce External Client App that Atlas Engine signs in with (JWT bearer).',
    secretString: JSON.stringify(placeholders),
  });
  secret.applyRemovalPolicy(RemovalPolicy.RETAIN);
  acknowledge(secret, { 'AwsSolutions-SMG4': 'The key pair is rotated in Salesforce, by a person.' });
  return secret;
}
