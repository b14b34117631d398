import { AwsError } from '@atlas-engine/aws-wire';
import type { Collection, StateStore } from '@atlas-engine/simulation';
import * as z from 'zod';
import { type Bot, botSchema } from './bot-schema.ts';
import { LexDefinitionError } from './lex-definition-error.ts';
import { buildLocale, type LocaleModel } from './locale-model.ts';

const aliasSchema = z.strictObject({
  botId: z.string().min(1),
  aliasId: z.string().regex(/^[0-9a-zA-Z]+$/),
  aliasName: z.string().min(1),
  botVersion: z.string().default('1'),
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
  readonly addAlias: (definition: AliasDefinition) => void;
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
  const built = new Map<string, readonly LocaleModel[]>();

  const localesOf = (bot: Bot): readonly LocaleModel[] => {
    const known = built.get(bot.id) ?? bot.BotLocales.map(buildLocale);
    built.set(bot.id, known);
    return known;
  };

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
      built.delete(bot.id);
      localesOf(bot);
      bots.set(bot.id, bot);
    },
    addAlias: (definition) => {
      const alias = checked(aliasSchema, 'The alias', definition);
      if (!bots.has(alias.botId))
        throw new LexDefinitionError(`${alias.aliasName}.botId: there is no bot ${alias.botId}`);
      refuseForeign(alias);
      aliases.set(`${alias.botId}/${alias.aliasId}`, alias);
    },
    find: ({ botId, botAliasId, localeId }) => {
      const bot = bots.get(botId);
      const alias = aliases.get(`${botId}/${botAliasId}`);
      if (bot === undefined) throw notFound(`the bot ${botId}`);
      if (alias === undefined) throw notFound(`the alias ${botAliasId} of the bot ${botId}`);
      const locale = localesOf(bot).find((candidate) => candidate.localeId === localeId);
      if (locale === undefined || alias.locales[localeId]?.enabled !== true)
        throw notFound(`the locale ${localeId} of the alias ${botAliasId}`);
      return { bot, alias, locale };
    },
  };
}
