import { openAws } from './aws-cloud.ts';
import type { Cloud, CloudOptions } from './cloud.ts';
import { openLocal } from './local-cloud.ts';

/**
 * Opens a stage: the local cloud for `local`, else what `ATLAS_ACCOUNT` and `ATLAS_REGION` name.
 *
 * @throws StageConfigurationError, TemplateError or StateInUseError, each with a message for the user
 */
export async function openCloud(options: CloudOptions): Promise<Cloud> {
  return options.stage === 'local' ? await openLocal(options) : openAws(options.stage);
}
