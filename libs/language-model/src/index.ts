export { bedrockModel } from './bedrock-model.ts';
export type { BedrockModelOptions } from './bedrock-model.ts';
export { dataBlock } from './data-block.ts';
export type { LanguageModel, ModelAnswer, ModelFailure, ModelTask } from './language-model.ts';
