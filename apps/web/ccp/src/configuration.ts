import { consoleConfigurationSchema, type ConsoleConfiguration } from '@atlas-engine/web-contracts';

/** The page cannot start: its own configuration is missing or wrong. The message is for an administrator. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';
}

/** Reads `/config.json` of the site. @throws {ConfigurationError} that names what is wrong. */
export async function readConfiguration(ask: typeof fetch): Promise<ConsoleConfiguration> {
  const answer = await ask('/config.json').catch(() => undefined);
  if (answer?.ok !== true) throw new ConfigurationError('/config.json cannot be read from this site.');
  const parsed = consoleConfigurationSchema.safeParse(await answer.json().catch(() => undefined));
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`);
  throw new ConfigurationError(`/config.json is wrong: ${problems.join('; ')}.`);
}
