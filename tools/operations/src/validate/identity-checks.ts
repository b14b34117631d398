import type { Environment, StageConfiguration } from '@atlas-engine/resource-names';
import { failed, ok, warning } from '../report/finding.ts';
import type { Check } from '../report/check.ts';
import type { Account } from './account.ts';

/** Version 6 is what CDK's templates ask for; 21 is the first with the permissions of today's CLI. */
const bootstrap = { parameter: '/cdk-bootstrap/hnb659fds/version', least: 6, good: 21 } as const;

/** Whether the credentials are good, and for the account and region that the stage is configured for. */
export const identityChecks = (
  account: Pick<Account, 'caller'>,
  configuration: Pick<StageConfiguration, 'stage' | 'account' | 'region'>,
  environment: Environment,
): readonly Check[] => [
  {
    name: 'Credentials and account',
    async run() {
      const caller = await account.caller();
      return caller.account === configuration.account
        ? ok(`${caller.arn} in account ${caller.account}`)
        : failed(
            `${caller.arn} is in account ${caller.account}, stage ${configuration.stage} in ${configuration.account}`,
            'sign in to that account, or set ATLAS_ACCOUNT to the one that is meant',
          );
    },
  },
  {
    name: 'Region',
    run() {
      const { region } = configuration;
      const shell = environment['AWS_REGION'] ?? environment['AWS_DEFAULT_REGION'];
      return shell === undefined || shell === region
        ? ok(region)
        : warning(
            `${region}, while the shell is set to ${shell}`,
            `commands of this workspace use ${region}; for the AWS CLI set AWS_REGION to it`,
          );
    },
  },
];

/** Whether CDK may deploy to the account and region. */
export const bootstrapCheck = (
  account: Pick<Account, 'parameter'>,
  configuration: Pick<StageConfiguration, 'account' | 'region'>,
): Check => ({
  name: 'CDK bootstrap',
  async run() {
    const remedy = `run \`npx cdk bootstrap aws://${configuration.account}/${configuration.region}\``;
    const value = await account.parameter(bootstrap.parameter);
    if (value === undefined) return failed('account and region are not bootstrapped', remedy);
    const version = Number(value);
    if (!(version >= bootstrap.least)) {
      return failed(`version ${value}, at least ${String(bootstrap.least)} is needed`, remedy);
    }
    return version < bootstrap.good
      ? warning(`version ${value}; ${String(bootstrap.good)} or later is better`, remedy)
      : ok(`version ${value}`);
  },
});
