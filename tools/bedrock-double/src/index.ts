export { createBedrock } from './bedrock.ts';
export type { Bedrock, BedrockOptions } from './bedrock.ts';
