import * as z from 'zod/mini';
import { matching } from '../fields.ts';
import { sharedFields } from './shared-fields.ts';

/** `/config.json` of the agent console. Nothing in it is secret. */
export const consoleConfigurationSchema = z.strictObject({
  ...sharedFields(),
  connect: z.strictObject({
    instanceAlias: matching(/^(?!d-)[\da-zA-Z]+(-+[\da-zA-Z]+)*$/, "a Connect instance's alias"),
  }),
  /** The user pool in which agents sign in. */
  signIn: z.strictObject({
    userPoolId: matching(/^[\w-]+_[0-9a-zA-Z]+$/, "a user pool's id, e.g. us-east-1_Ab12Cd34E"),
    clientId: matching(/^[\w+]{1,128}$/, "a user pool client's id"),
    /** The prefix that Cognito completes, or the host name of a domain of one's own. */
    domain: matching(/^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$/, "a user pool domain's prefix or host name"),
  }),
});
export type ConsoleConfiguration = z.infer<typeof consoleConfigurationSchema>;
