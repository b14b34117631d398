import { atlasNames, type NameScope } from '@atlas-engine/resource-names';
import { failed, ok, warning } from '../report/finding.ts';
import type { Check } from '../report/check.ts';
import type { Account } from './account.ts';

/** Whether the parameters that stacks read are there: what AWS named itself. */
export const parameterCheck = (account: Pick<Account, 'parameter'>, scope: NameScope): Check => ({
  name: 'Parameters',
  async run() {
    const { parameters, identity } = atlasNames(scope);
    const names = [...Object.values(parameters), ...Object.values(identity.parameters)];
    const values = await Promise.all(names.map((name) => account.parameter(name)));
    const missing = names.filter((_, index) => values[index] === undefined);
    if (missing.length === 0) return ok(`${String(names.length)} of ${String(names.length)}`);
    return missing.length === names.length
      ? warning(
          'none is there yet',
          'the projects contact-centre and identity make them at the first deployment',
        )
      : failed(`missing: ${missing.join(', ')}`, 'deploy contact-centre and identity again: they make them');
  },
});
