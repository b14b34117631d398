import type { Lambda } from '@atlas-engine/lambda-runtime';
import type { InvokeFunction } from '@atlas-engine/lex-double';
import * as z from 'zod';
import type { ServiceAccess } from './permissions/service-access.ts';

const eventSchema = z.looseObject({ bot: z.looseObject({ id: z.string(), aliasId: z.string() }) });

export interface CodeHookPlace {
  readonly lambda: Lambda;
  readonly access: ServiceAccess;
  readonly region: string;
  readonly accountId: string;
}

/** How Lex runs a bot's function: what the function throws is an answer, too, and Lex tells its caller. */
export const codeHooks =
  ({ lambda, access, region, accountId }: CodeHookPlace): InvokeFunction =>
  async (functionArn, event) => {
    const { bot } = eventSchema.parse(event);
    const sourceArn = `arn:aws:lex:${region}:${accountId}:bot-alias/${bot.id}/${bot.aliasId}`;
    access.require({ service: 'lexv2.amazonaws.com', sourceArn }, 'lambda:InvokeFunction', functionArn);
    const result = await lambda.invoke(functionArn, JSON.stringify(event), { type: 'RequestResponse' });
    const payload: unknown = result.payload === '' ? null : JSON.parse(result.payload);
    return result.functionError === undefined ? { payload } : { error: payload };
  };
