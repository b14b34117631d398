import { arnsIn, atlasNames, type StageConfiguration } from '@atlas-engine/resource-names';
import { defaultDemand } from '../cost/demand.ts';
import { amount } from '../cost/figures.ts';
import { type Limit, limits, ownPace, trafficAt } from '../cost/limits.ts';
import { failed, type Finding, ok, warning } from '../report/finding.ts';
import type { Check } from '../report/check.ts';
import type { Account } from './account.ts';

type Asked = Pick<Account, 'quota' | 'parameter'>;

/** A limit of which a stage needs so much. */
interface Need extends Limit {
  /** It may be used up to the last. */
  readonly isExact?: true;
}

/** Of a quota that is less than this many times what is needed, someone should know. */
const comfortable = 1.25;

/** The numbers of an instance; released ones count for 180 days. */
const phoneNumbers: Need = {
  name: 'Connect: phone numbers of an instance',
  unit: 'numbers',
  limit: 5,
  needed: () => 1,
  remedy: 'ask for more; a released number counts for 180 days',
  quota: { service: 'connect', code: 'L-8F812903' },
  isExact: true,
};

/** Whether the account has as much of everything as the stage's own pace needs. */
export function quotaChecks(account: Asked, configuration: StageConfiguration): readonly Check[] {
  return [...needsOf(configuration), phoneNumbers].map((limit) => ({
    name: limit.name,
    run: () => checkQuota(account, configuration, limit),
  }));
}

/** Those of the model's limits that Service Quotas knows; of pace and lines what the stage is configured for. */
function needsOf({ pacing }: StageConfiguration): readonly Need[] {
  const configured: Readonly<Record<string, number>> = {
    'L-12AB7C57': pacing.maxConcurrentCalls,
    'L-4E9BCC96': pacing.callsPerSecond,
  };
  return limits
    .filter((limit) => limit.quota !== undefined)
    .map((limit) => {
      const needed = configured[limit.quota?.code ?? ''];
      return needed === undefined ? limit : { ...limit, needed: () => needed, isExact: true };
    });
}

async function checkQuota(account: Asked, configuration: StageConfiguration, limit: Need): Promise<Finding> {
  const has = limit.quota === undefined ? limit.limit : await valueOf(account, configuration, limit.quota);
  const needed = limit.needed(trafficAt(ownPace(configuration).limit * 3600, defaultDemand));
  const text = `${amount(has)} ${limit.unit}; the stage's pace needs ${amount(needed)}`;
  if (has < needed) return failed(text, `${limit.remedy}; or lower \`pacing\` in the stage's configuration`);
  // Lines, rate and numbers are configured to use what there is; of the rest some room is wanted.
  return has < needed * comfortable && limit.isExact !== true ? warning(text, limit.remedy) : ok(text);
}

async function valueOf(
  account: Asked,
  configuration: StageConfiguration,
  quota: NonNullable<Limit['quota']>,
): Promise<number> {
  if (quota.service !== 'connect') return await account.quota(quota);
  const id = await account.parameter(atlasNames(configuration).parameters.instanceId);
  const instance = id && arnsIn(configuration).regional('connect', `instance/${id}`);
  return await account.quota(quota, instance === '' ? undefined : instance);
}
