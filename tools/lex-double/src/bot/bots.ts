import { AwsError } from '@atlas-engine/aws-wire';
import type { Collection, StateStore } from '@atlas-engine/simulation';
import * as z from 'zod';
import { type Bot, botSchema } from './bot-schema.ts';
import { LexDefinitionError } from './lex-definition-error.ts';
import { buildLocale, type LocaleModel } from './locale-model.ts';
import { createVersions, draft } from './versions.ts';

const aliasSchema = z.strictObject({
  botId: z.string().min(1),
  aliasId: z.string().regex(/^[0-9a-zA-Z]+$/),
  aliasName: z.string().min(1),
  botVersion: z
    .string()
    .regex(/^(DRAFT|[1-9]\d{0,4})$/, 'must be DRAFT or a number')
    .default('DRAFT'),
  /** Where what is said is written to. */
  textLog: z.strictObject({ logGroupArn: z.string().startsWith('arn:'), prefix: z.string() }).optional(),
  locales: z.record(
    z.string(),
    z.strictObject({ enabled: z.boolean(), lambdaArn: z.string().startsWith('arn:').optional() }),
  ),
});
export type AliasDefinition = z.input<typeof aliasSchema>;
export type Alias = z.output<typeof aliasSchema>;

/** What a request's path leads to. */
export interface FoundBot {
  readonly bot: Bot;
  readonly alias: Alias;
  readonly locale: LocaleModel;
}

/** Bots and their aliases, as they were deployed. */
export interface Bots {
  readonly addBot: (definition: Readonly<Record<string, unknown>>) => void;
  /** Keeps the bot as it is now; the same definition again is the same version. Answers with its number. */
  readonly addVersion: (botId: string) => string;
  readonly addAlias: (definition: AliasDefinition) => void;
  /** Takes a bot away with its aliases; one that is not there is no error. */
  readonly removeBot: (id: string) => void;
  readonly removeAlias: (botId: string, aliasId: string) => void;
  /** @throws AwsError ResourceNotFoundException */
  readonly find: (path: {
    readonly botId: string;
    readonly botAliasId: string;
    readonly localeId: string;
  }) => FoundBot;
}

const notFound = (what: string): AwsError =>
  new AwsError('ResourceNotFoundException', `Could not find ${what}`, { status: 404 });

function checked<Schema extends z.ZodType>(schema: Schema, what: string, value: unknown): z.output<Schema> {
  const parsed = schema.safeParse(value);
  if (!parsed.success)
    throw new LexDefinitionError(
      `${what} cannot be run by the local double: ${z.prettifyError(parsed.error)}`,
    );
  return parsed.data;
}

export function createBots({
  store,
  region,
  accountId,
}: {
  readonly store: StateStore;
  readonly region: string;
  readonly accountId: string;
}): Bots {
  const bots: Collection<Bot> = store.collection('lex/bots');
  const aliases: Collection<Alias> = store.collection('lex/aliases');
  const versions = createVersions(store);
  const built = new Map<string, readonly LocaleModel[]>();

  const localesOf = (bot: Bot, version: string): readonly LocaleModel[] => {
    const key = `${bot.id}/${version}`;
    const known = built.get(key) ?? bot.BotLocales.map(buildLocale);
    built.set(key, known);
    return known;
  };

  const versionOf = (botId: string, version: string): Bot | undefined =>
    version === draft ? bots.get(botId) : versions.get(botId, version);

  /** Lex calls only functions of its own region; one of another account needs what the double does not have. */
  const refuseForeign = (alias: Alias): void => {
    const place = `:lambda:${region}:${accountId}:function:`;
    for (const [localeId, { lambdaArn }] of Object.entries(alias.locales)) {
      if (lambdaArn !== undefined && !lambdaArn.includes(place))
        throw new LexDefinitionError(
          `${alias.aliasName}.${localeId}.lambdaArn: must be a function in ${region} of ${accountId}`,
        );
    }
  };

  return {
    addBot: (definition) => {
      const bot = checked(botSchema, 'The bot', definition);
      built.delete(`${bot.id}/${draft}`);
      localesOf(bot, draft);
      bots.set(bot.id, bot);
    },
    addVersion: (botId) => {
      const bot = bots.get(botId);
      if (bot === undefined) throw new LexDefinitionError(`botId: there is no bot ${botId}`);
      return versions.add(bot);
    },
    addAlias: (definition) => {
      const alias = checked(aliasSchema, 'The alias', definition);
      if (!bots.has(alias.botId))
        throw new LexDefinitionError(`${alias.aliasName}.botId: there is no bot ${alias.botId}`);
      if (versionOf(alias.botId, alias.botVersion) === undefined)
        throw new LexDefinitionError(
          `${alias.aliasName}.botVersion: the bot ${alias.botId} has no version ${alias.botVersion}`,
        );
      refuseForeign(alias);
      aliases.set(`${alias.botId}/${alias.aliasId}`, alias);
    },
    removeBot: (id) => {
      for (const key of [...aliases.keys()].filter((key) => key.startsWith(`${id}/`))) aliases.delete(key);
      built.delete(id);
      bots.delete(id);
    },
    removeAlias: (botId, aliasId) => void aliases.delete(`${botId}/${aliasId}`),
    find: ({ botId, botAliasId, localeId }) => {
      const alias = aliases.get(`${botId}/${botAliasId}`);
      if (!bots.has(botId)) throw notFound(`the bot ${botId}`);
      if (alias === undefined) throw notFound(`the alias ${botAliasId} of the bot ${botId}`);
      const bot = versionOf(botId, alias.botVersion);
      if (bot === undefined) throw notFound(`the version ${alias.botVersion} of the bot ${botId}`);
      const locale = localesOf(bot, alias.botVersion).find((candidate) => candidate.localeId === localeId);
      if (locale === undefined || alias.locales[localeId]?.enabled !== true)
        throw notFound(`the locale ${localeId} of the alias ${botAliasId}`);
      return { bot, alias, locale };
    },
  };
}
