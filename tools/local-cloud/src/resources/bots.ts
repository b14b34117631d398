import { createHash } from 'node:crypto';
import * as z from 'zod';
import { TemplateError, type ResourceRequest } from '@atlas-engine/cloudformation-double';
import { identityOf } from './ids.ts';
import { optionalText, textProperty } from './properties.ts';
import type { Cloud, ResourceTypes } from './resource-type.ts';

/** Lex ids are ten capital letters and digits; here they follow from stack and resource. */
const lexId = (resource: ResourceRequest): string =>
  createHash('sha256').update(identityOf(resource).join('/')).digest('hex').slice(0, 10).toUpperCase();

const botArn = (id: string, { region, accountId }: Cloud): string =>
  `arn:aws:lex:${region}:${accountId}:bot/${id}`;

const localeSettingsSchema = z.array(
  z.strictObject({
    LocaleId: z.string(),
    BotAliasLocaleSetting: z.strictObject({
      Enabled: z.boolean(),
      CodeHookSpecification: z
        .strictObject({
          LambdaCodeHook: z.strictObject({
            CodeHookInterfaceVersion: z.literal('1.0'),
            LambdaArn: z.string(),
          }),
        })
        .optional(),
    }),
  }),
);

/** Each locale of an alias with the function that it asks. */
function localesOf({ logicalId, type, properties }: ResourceRequest) {
  const parsed = localeSettingsSchema.safeParse(properties['BotAliasLocaleSettings'] ?? []);
  if (!parsed.success) {
    const problem = z.prettifyError(parsed.error);
    throw new TemplateError(`${logicalId} (${type}): BotAliasLocaleSettings ${problem}`);
  }
  const locales = parsed.data.map(({ LocaleId, BotAliasLocaleSetting: setting }) => {
    const lambdaArn = setting.CodeHookSpecification?.LambdaCodeHook.LambdaArn;
    return [
      LocaleId,
      { enabled: setting.Enabled, ...(lambdaArn === undefined ? {} : { lambdaArn }) },
    ] as const;
  });
  return Object.fromEntries(locales);
}

const logSettingsSchema = z.strictObject({
  TextLogSettings: z
    .tuple([
      z.strictObject({
        Enabled: z.boolean(),
        Destination: z.strictObject({
          CloudWatch: z.strictObject({ CloudWatchLogGroupArn: z.string(), LogPrefix: z.string() }),
        }),
      }),
    ])
    .optional(),
});

/** Where an alias logs what is said; audio is not kept here. */
function textLogOf({ logicalId, type, properties }: ResourceRequest) {
  const parsed = logSettingsSchema.safeParse(properties['ConversationLogSettings'] ?? {});
  if (!parsed.success) {
    const problem = z.prettifyError(parsed.error);
    throw new TemplateError(`${logicalId} (${type}): ConversationLogSettings ${problem}`);
  }
  const [setting] = parsed.data.TextLogSettings ?? [];
  if (setting?.Enabled !== true) return undefined;
  const { CloudWatchLogGroupArn, LogPrefix } = setting.Destination.CloudWatch;
  return { logGroupArn: CloudWatchLogGroupArn.replace(/:\*$/, ''), prefix: LogPrefix };
}

/** Bots for conversations by text, their versions and aliases. */
export const botResources: ResourceTypes = {
  'AWS::Lex::Bot': {
    put: (resource, cloud) => {
      const id = lexId(resource);
      cloud.services.permissions.require(
        { service: 'lexv2.amazonaws.com', sourceArn: botArn(id, cloud) },
        'sts:AssumeRole',
        textProperty(resource, 'RoleArn'),
      );
      cloud.services.lex.addBot({ ...resource.properties, id });
      return { physicalId: id, attributes: { Id: id, Arn: botArn(id, cloud) } };
    },
    remove: ({ physicalId }, { services }) => services.lex.removeBot(physicalId),
  },
  'AWS::Lex::BotVersion': {
    put: (resource, { services }) => {
      const botId = textProperty(resource, 'BotId');
      const version = services.lex.addVersion(botId);
      return { physicalId: `${botId}|${version}`, attributes: { BotVersion: version } };
    },
    remove: () => undefined,
  },
  'AWS::Lex::BotAlias': {
    put: (resource, cloud) => {
      const botId = textProperty(resource, 'BotId');
      const aliasId = lexId(resource);
      const botVersion = optionalText(resource, 'BotVersion');
      const textLog = textLogOf(resource);
      cloud.services.lex.addAlias({
        botId,
        aliasId,
        aliasName: textProperty(resource, 'BotAliasName'),
        locales: localesOf(resource),
        ...(botVersion === undefined ? {} : { botVersion }),
        ...(textLog === undefined ? {} : { textLog }),
      });
      const arn = `arn:aws:lex:${cloud.region}:${cloud.accountId}:bot-alias/${botId}/${aliasId}`;
      return {
        physicalId: `${aliasId}|${botId}`,
        attributes: { BotAliasId: aliasId, Arn: arn, BotAliasStatus: 'Available' },
      };
    },
    remove: (resource, { services }) =>
      services.lex.removeAlias(textProperty(resource, 'BotId'), lexId(resource)),
  },
};
