import type { CallingPolicy } from '@atlas-engine/domain';
import { defaultCallingPolicy, parseCallingPolicy } from '@atlas-engine/domain';
import { ConfigurationError, jsonVariable, readConfiguration } from '@atlas-engine/function-kit';
import * as z from 'zod';

const name = 'ATLAS_CALLING_POLICY';
const schema = z.object({ [name]: jsonVariable(z.unknown()).optional() });

/**
 * The calling policy of the stage: the JSON in ATLAS_CALLING_POLICY over the defaults; without the variable the defaults.
 *
 * @throws ConfigurationError that names each wrong key, its value (a policy is nothing secret) and what is allowed.
 */
export function callingPolicyFromEnvironment(
  environment: Readonly<Record<string, string | undefined>> = process.env,
): CallingPolicy {
  const value = readConfiguration(schema, environment)[name];
  if (value === undefined) return defaultCallingPolicy;
  const parsed = parseCallingPolicy(value);
  if (parsed.ok) return parsed.policy;
  throw new ConfigurationError(`${name} is malformed: ${parsed.problems.join('; ')}.`, [name]);
}
