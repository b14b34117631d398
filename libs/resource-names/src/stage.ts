import * as z from 'zod';
import { StageConfigurationError } from './stage-configuration-error.ts';

/** Where a copy of the system runs. `local` is one machine without an AWS account. */
export const stages = ['local', 'dev', 'staging', 'prod'] as const;
export const stageSchema = z.enum(stages);
export type Stage = z.infer<typeof stageSchema>;

/** Environment variables as a process has them. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The stage that a process is asked to work for: `ATLAS_STAGE`, `local` when unset.
 *
 * @throws StageConfigurationError when it names no stage
 */
export function stageFromEnvironment(environment: Environment = process.env): Stage {
  const value = environment['ATLAS_STAGE'] ?? 'local';
  const parsed = stageSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new StageConfigurationError([{ key: 'ATLAS_STAGE', value, allowed: `one of ${stages.join(', ')}` }]);
}
