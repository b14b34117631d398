import { atlasSalesforceSchema, parseSalesforceCredentials } from '@atlas-engine/salesforce-client';
import { atlasNames, type StageConfiguration } from '@atlas-engine/resource-names';
import { failed, type Finding, ok, warning } from '../report/finding.ts';
import type { Check } from '../report/check.ts';
import type { Account } from './account.ts';

type Scope = Pick<StageConfiguration, 'stage' | 'account' | 'region' | 'salesforce'>;

/**
 * Whether the Salesforce secret is there and can be used.
 *
 * @param signIn also sign in, and look for the fields that Atlas Engine writes
 */
export const secretChecks = (
  account: Pick<Account, 'secret' | 'salesforceObject'>,
  configuration: Scope,
  signIn: boolean,
): readonly Check[] => {
  const { name } = atlasNames(configuration).secrets.salesforce;
  return [
    { name: 'Salesforce secret', run: () => checkSecret(account, configuration, name) },
    ...(signIn ? [{ name: 'Salesforce sign-in', run: () => checkOrg(account, name) }] : []),
  ];
};

async function checkSecret(
  account: Pick<Account, 'secret'>,
  { salesforce }: Scope,
  name: string,
): Promise<Finding> {
  const secret = await account.secret(name);
  if (secret === undefined) {
    return warning(
      `${name} is not there yet`,
      'the first deployment creates it with placeholders; put the values in then',
    );
  }
  const credentials = parse(secret);
  if ('problem' in credentials) {
    return failed(
      credentials.problem,
      `put the values in: \`aws secretsmanager put-secret-value --secret-id ${name} --secret-string file://…\`; no deployment overwrites them`,
    );
  }
  return credentials.loginUrl === salesforce.loginUrl || salesforce.loginUrl.startsWith('http://127.0.0.1')
    ? ok(`${name}: ${credentials.grantType}, no placeholders`)
    : failed(
        `its loginUrl is not that of the stage, ${salesforce.loginUrl}`,
        "change one of the two: the secret, or `salesforce.loginUrl` in the stage's configuration",
      );
}

function parse(
  secret: string,
): { readonly problem: string } | { readonly loginUrl: string; readonly grantType: string } {
  try {
    return parseSalesforceCredentials(secret);
  } catch (error) {
    // The parser names fields, never values.
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}

async function checkOrg(
  account: Pick<Account, 'secret' | 'salesforceObject'>,
  name: string,
): Promise<Finding> {
  const secret = await account.secret(name);
  if (secret === undefined) return warning('there is no secret to sign in with', 'deploy first');
  const missing: string[] = [];
  for (const { name: object, fields } of atlasSalesforceSchema.objects) {
    const { fields: present } = await account.salesforceObject(secret, object);
    const names = new Set(present.map((field) => field.name));
    missing.push(
      ...fieldNames(fields)
        .filter((field) => !names.has(field))
        .map((field) => `${object}.${field}`),
    );
  }
  return missing.length === 0
    ? ok('signed in; every field is there')
    : failed(
        `signed in, but ${String(missing.length)} fields are missing or hidden: ${missing.join(', ')}`,
        'install the fields as libs/salesforce-client/README.md says, and let the integration user see them',
      );
}

const fieldNames = (fields: readonly { readonly name: string }[]): readonly string[] =>
  fields.map(({ name }) => name);
