import { atlasNames, siteOrigin, type StageConfiguration } from '@atlas-engine/resource-names';
import type { Check } from '../report/check.ts';
import { failed, ok, warning } from '../report/finding.ts';
import type { Account } from './account.ts';

const remedy = (origin: string): string =>
  `give the console a domain (sites.console.domain), or add ${origin} to signIn.furtherConsoleOrigins and deploy identity`;

/** Whether agents who sign in come back to the console: the user pool knows where it is. */
export const consoleOriginCheck = (
  account: Pick<Account, 'parameter'>,
  configuration: StageConfiguration,
): Check => ({
  name: 'Console address',
  async run() {
    const { sites } = atlasNames(configuration);
    const own = siteOrigin(configuration, 'Console');
    const known = [own ?? [], configuration.signIn.furtherConsoleOrigins].flat();
    const deployed = await account.parameter(sites.Console.originParameter);
    if (own === undefined && deployed !== undefined && !known.includes(deployed))
      return failed(`nobody can sign in at ${deployed}`, remedy(deployed));
    return known.length > 0
      ? ok(known.join(', '))
      : warning('not known: nobody can sign in yet', remedy('the address that its first deployment tells'));
  },
});
