import type { StageConfiguration } from '@atlas-engine/resource-names';
import { failed, type Finding, ok, warning } from '../report/finding.ts';
import type { Check } from '../report/check.ts';
import type { Account } from './account.ts';

const profilePrefix = /^(us|eu|apac|jp|au|global)\./;

/**
 * Whether the configured models may be invoked. Bedrock is asked what the account is entitled to, which costs
 * nothing; that an invocation works is shown by the smoke test.
 */
export const modelChecks = (
  account: Pick<Account, 'inferenceProfile' | 'model'>,
  { models, region }: Pick<StageConfiguration, 'models' | 'region'>,
): readonly Check[] =>
  [...new Set([models.scenario.id, models.summary.id])].map((id) => ({
    name: 'Bedrock model',
    run: () => checkModel(account, id, region),
  }));

async function checkModel(
  account: Pick<Account, 'inferenceProfile' | 'model'>,
  id: string,
  region: string,
): Promise<Finding> {
  const modelId = id.replace(profilePrefix, '');
  if (modelId !== id) {
    const status = await account.inferenceProfile(id);
    if (status !== 'ACTIVE') {
      return failed(
        `the inference profile ${id} ${status === undefined ? 'does not exist' : `is ${status}`} in ${region}`,
        "change `models` in the stage's configuration, see `aws bedrock list-inference-profiles`",
      );
    }
  }
  return await checkAccess(account, { id, modelId, region });
}

async function checkAccess(
  account: Pick<Account, 'model'>,
  { id, modelId, region }: { readonly id: string; readonly modelId: string; readonly region: string },
): Promise<Finding> {
  const available = await account.model(modelId);
  if (available === undefined) {
    return failed(`${modelId} is unknown in ${region}`, "change `models` in the stage's configuration");
  }
  if (!available.authorized || !available.entitled) {
    return failed(
      `the account has no access to ${id}`,
      'open the model in the Bedrock console once (Anthropic asks for the use case), or let an administrator allow the subscription',
    );
  }
  if (!available.inRegion) {
    return failed(`${id} is not offered in ${region}`, 'choose a model or profile of the region');
  }
  return available.agreement === 'AVAILABLE'
    ? ok(id)
    : warning(
        `${id}: its agreement is ${available.agreement}`,
        'the first invocation may be refused until it is accepted; template scenarios are used meanwhile',
      );
}
