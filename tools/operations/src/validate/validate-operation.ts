import { type StageConfiguration, stageConfiguration, type Environment } from '@atlas-engine/resource-names';
import { connectionOf } from '../aws/connection.ts';
import type { Operation } from '../operation.ts';
import type { CheckGroups } from '../report/check.ts';
import { reportChecks } from '../report/report-checks.ts';
import type { Account } from './account.ts';
import { awsAccount } from './aws-account.ts';
import { configurationCheck } from './configuration-check.ts';
import { consoleOriginCheck } from './console-origin-check.ts';
import { bootstrapCheck, identityChecks } from './identity-checks.ts';
import { modelChecks } from './model-checks.ts';
import { parameterCheck } from './parameter-check.ts';
import { quotaChecks } from './quota-checks.ts';
import { secretChecks } from './secret-checks.ts';
import { toolChecks } from './tool-checks.ts';

/** Opens an account. */
export type OpenAccount = (configuration: StageConfiguration, environment: Environment) => Account;

const openAwsAccount: OpenAccount = (configuration, environment) =>
  awsAccount(connectionOf(configuration, environment), configuration.salesforce.apiVersion);

/** `npm run validate`: whether a stage can be deployed and used. Changes nothing, costs nothing. */
export const validateOperation = (open: OpenAccount = openAwsAccount): Operation => ({
  name: 'validate',
  about: 'whether a stage can be deployed and used: tools, account, models, secret, quotas',
  options: [{ flags: '--sign-in', about: 'also sign in to Salesforce, and look for the fields there' }],
  offline: true,
  async run({ stage, json, values }, surroundings) {
    const { workspace, environment } = surroundings;
    const read = () => stageConfiguration(stage, environment);
    const before = [...toolChecks(workspace, process.version), configurationCheck(read)];
    const groups: CheckGroups = [
      before,
      ...accountChecks(read, { open, environment, signIn: values['signIn'] === true }),
    ];
    return await reportChecks(groups, { stage, json }, surroundings);
  },
});

interface Options {
  readonly open: OpenAccount;
  readonly environment: Environment;
  readonly signIn: boolean;
}

/** None while the configuration cannot be read: the check of it says so. */
function accountChecks(read: () => StageConfiguration, { open, environment, signIn }: Options): CheckGroups {
  let configuration: StageConfiguration;
  try {
    configuration = read();
  } catch {
    return [];
  }
  const account = open(configuration, environment);
  return [
    identityChecks(account, configuration, environment),
    [
      bootstrapCheck(account, configuration),
      ...modelChecks(account, configuration),
      ...secretChecks(account, configuration, signIn),
      parameterCheck(account, configuration),
      consoleOriginCheck(account, configuration),
      ...quotaChecks(account, configuration),
    ],
  ];
}
