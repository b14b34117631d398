import { partitionOf, type Place } from './arn.ts';
import type { BedrockModel } from './stage-configuration-schema.ts';

const profilePrefix = /^(us|eu|apac|global)\./;

/**
 * What a role must be allowed to invoke so that it can use a model: the model itself, or for an inference profile
 * the profile and its model in every region that the profile may choose.
 */
export function modelArns(model: BedrockModel, { account, region }: Place): string[] {
  const arn = `arn:${partitionOf(region)}:bedrock`;
  const modelId = model.id.replace(profilePrefix, '');
  const models = model.regions.map((each) => `${arn}:${each}::foundation-model/${modelId}`);
  if (modelId === model.id) return models;
  return [`${arn}:${region}:${account}:inference-profile/${model.id}`, ...models];
}
