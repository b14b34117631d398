import { parseCallingPolicy } from '@atlas-engine/domain';
import type { StageConfiguration } from '@atlas-engine/resource-names';
import { failed, ok } from '../report/finding.ts';
import type { Check } from '../report/check.ts';

/**
 * Whether the configuration of a stage is right.
 *
 * @param read gives it, or throws a StageConfigurationError with key, value and what is allowed
 */
export const configurationCheck = (read: () => StageConfiguration): Check => ({
  name: 'Stage configuration',
  run() {
    try {
      const { stage, account, region, callingPolicy } = read();
      const policy = parseCallingPolicy(callingPolicy);
      return policy.ok
        ? ok(`${stage} in account ${account}, ${region}`)
        : failed(`callingPolicy: ${policy.problems.join('; ')}`, remedy);
    } catch (error) {
      if (!(error instanceof Error && error.name === 'StageConfigurationError')) throw error;
      return failed(error.message, remedy);
    }
  },
});

const remedy = 'set ATLAS_ACCOUNT and ATLAS_REGION, or mend libs/resource-names/src/stage-defaults.ts';
