import * as z from 'zod/mini';
import { matching, oneOf } from '../fields.ts';

/** Stages as `resource-names` has them: letters, digits and hyphens; a page only shows it. */
const stage = () => matching(/^[a-z][a-z0-9-]{0,19}$/, 'the name of a stage, e.g. staging');

/** What every page's configuration has. */
export const sharedFields = () => ({
  stage: stage(),
  region: matching(/^[a-z]{2}(-[a-z]+)+-\d$/, 'an AWS region, e.g. us-east-1'),
  /** Whether the services are those of AWS or those of the local cloud. */
  endpoints: oneOf(['aws', 'local']),
  /** Port of the local cloud, where the page itself is served by something else, e.g. by Vite. */
  localPort: z.optional(z.int('must be a port, 1 to 65535').check(z.minimum(1), z.maximum(65_535))),
});
