import { type ChatConfiguration, chatConfigurationSchema } from '@atlas-engine/web-contracts';

/** The configuration is not there or not right: each line names a key, the problem and what is allowed. */
export class ConfigurationProblem extends Error {
  readonly lines: readonly string[];

  constructor(lines: readonly string[], options?: ErrorOptions) {
    super(lines.join('; '), options);
    this.name = 'ConfigurationProblem';
    this.lines = lines;
  }
}

/** Reads `/config.json` of the chat's own origin. @throws ConfigurationProblem */
export async function loadConfiguration(
  load: typeof fetch,
  address: string | URL,
): Promise<ChatConfiguration> {
  const read = chatConfigurationSchema.safeParse(await loadJson(load, address));
  if (read.success) return read.data;
  throw new ConfigurationProblem(
    read.error.issues.map(
      ({ path, message }) => `config.json: ${path.map(String).join('.') || 'it'}: ${message}`,
    ),
  );
}

async function loadJson(load: typeof fetch, address: string | URL): Promise<unknown> {
  try {
    const answer = await load(address, { cache: 'no-cache' });
    if (answer.ok) return await answer.json();
    throw new ConfigurationProblem([`config.json: HTTP ${answer.status}`]);
  } catch (cause) {
    if (cause instanceof ConfigurationProblem) throw cause;
    throw new ConfigurationProblem([`config.json: ${String(cause)}`], { cause });
  }
}
