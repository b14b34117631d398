import { stageConfiguration, type Stage } from '@atlas-engine/resource-names';
import type { Cloud } from './cloud.ts';
import { connectClients } from './connect-clients.ts';

/** ListExecutions refills by 2 to 5 calls a second, and real calls take minutes. */
const pollEvery = 5000;
const still = { release: () => Promise.resolve() };

/** A stage in AWS, with the credentials that the AWS SDK finds. @throws StageConfigurationError */
export const openAws = (stage: Stage): Cloud => ({
  ...connectClients(stageConfiguration(stage)),
  pollEvery,
  // Amazon Connect tells only by its flow logs, which are off where people talk.
  trace: () => Promise.resolve([]),
  now: () => Promise.resolve(Date.now()),
  holdClock: () => Promise.resolve(still),
  close: () => Promise.resolve(),
});
