import type { Stage } from './stage.ts';

/** Names of those who use the pages. The domain's prefix must be free in a region of AWS, so it carries the account. */
export const identityNames = (stage: Stage, account: string) => {
  const root = `/atlas-engine/${stage}/identity`;
  return {
    /** The agents of the console. */
    userPool: `AtlasEngineAgents-${stage}`,
    client: `AtlasEngineConsole-${stage}`,
    /** Where agents sign in: `https://<prefix>.auth.<region>.amazoncognito.com`. */
    domainPrefix: `atlas-engine-${stage}-${account}`,
    /** The guests of the chat. */
    identityPool: `AtlasEngineGuests-${stage}`,
    parameters: {
      userPoolId: `${root}/user-pool-id`,
      clientId: `${root}/client-id`,
      identityPoolId: `${root}/identity-pool-id`,
    },
  };
};
