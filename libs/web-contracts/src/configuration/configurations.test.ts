import { aChatConfiguration, aConsoleConfiguration } from '../fixtures/configurations.ts';
import { chatConfigurationSchema, lexLocaleOf } from './chat-configuration.ts';
import { consoleConfigurationSchema } from './console-configuration.ts';

/** Where each problem is, and what is allowed there. */
const problemsOf = (
  schema: typeof chatConfigurationSchema | typeof consoleConfigurationSchema,
  value: unknown,
) => {
  const issues = schema.safeParse(value).error?.issues ?? [];
  return issues.map(({ path, message }) => `${path.join('.')} ${message}`);
};

describe('configuration of the console', () => {
  it('is read as the deployment writes it', () => {
    expect(consoleConfigurationSchema.parse(aConsoleConfiguration)).toEqual(aConsoleConfiguration);
  });

  it.each([
    [{ region: 'Virginia' }, 'region must be an AWS region, e.g. us-east-1'],
    [{ endpoints: 'azure' }, 'endpoints must be one of aws, local'],
    [{ connect: { instanceAlias: 'a b' } }, "connect.instanceAlias must be a Connect instance's alias"],
    [
      { signIn: { ...aConsoleConfiguration.signIn, domain: 'https://x' } },
      "signIn.domain must be a user pool domain's prefix or host name",
    ],
  ])('names the key and what is allowed: %j', (change, problem) => {
    expect(problemsOf(consoleConfigurationSchema, { ...aConsoleConfiguration, ...change })).toEqual([
      problem,
    ]);
  });

  it('refuses a key that it does not know', () => {
    const { error } = consoleConfigurationSchema.safeParse({ ...aConsoleConfiguration, secret: 'x' });
    expect(error?.issues).toMatchObject([{ code: 'unrecognized_keys', keys: ['secret'] }]);
  });
});

describe('configuration of the chat', () => {
  it('is read as the deployment writes it', () => {
    const full = {
      ...aChatConfiguration,
      localPort: 4566,
      look: { theme: 'dark', position: 'start', properties: { accent: '#0a5' } },
      texts: { 'es-US': { title: 'Hola' } },
    };
    expect(chatConfigurationSchema.parse(full)).toEqual(full);
  });

  it.each([
    [{ locales: [] }, 'locales must have at least one locale'],
    [{ locales: ['fr-FR'] }, 'locales.0 must be one of en-US, en-GB, es-US'],
    [{ bot: { id: 'x', aliasId: 'ALIASID123' } }, "bot.id must be a Lex bot's id"],
    [{ localPort: 0 }, 'localPort'],
  ])('names the key and what is allowed: %j', (change, problem) => {
    const problems = problemsOf(chatConfigurationSchema, { ...aChatConfiguration, ...change });
    expect(problems).toEqual([expect.stringContaining(problem)]);
  });

  it('refuses a parent that is no origin', () => {
    const allowedParents = ['https://www.example.com/path'];
    expect(chatConfigurationSchema.safeParse({ ...aChatConfiguration, allowedParents }).success).toBe(false);
  });
});

it('writes a locale as Lex does', () => {
  expect(lexLocaleOf('en-GB')).toBe('en_GB');
});
