import type { BotAnswer, ConnectOptions } from '@atlas-engine/connect-double';
import type { Lambda } from '@atlas-engine/lambda-runtime';
import type { Lex } from '@atlas-engine/lex-double';
import { SimulationError } from '@atlas-engine/simulation';
import * as z from 'zod';
import type { ServiceAccess } from './permissions/service-access.ts';

const aliasArn = /:bot-alias\/([^/]+)\/([^/]+)$/;

type Spoken = Awaited<ReturnType<Lex['hear']>>;

/** How contact flows talk to bots: on the line or in a chat, as Amazon Connect does. */
export const botsOnTheLine =
  (lex: Lex): ConnectOptions['talkToBot'] =>
  async ({ botAliasArn, localeId, sessionId, inputMode, text, sessionAttributes, requestAttributes }) => {
    const [, botId = '', botAliasId = ''] = aliasArn.exec(botAliasArn) ?? [];
    const spoken = await lex.hear({
      key: { botId, botAliasId, localeId, sessionId },
      inputMode,
      text,
      requestAttributes,
      ...(sessionAttributes === undefined ? {} : { sessionState: { sessionAttributes } }),
    });
    return {
      messages: spoken.messages.flatMap(({ content }) => content ?? []),
      closed: spoken.sessionState.dialogAction?.type === 'Close',
      intent: intentOf(spoken),
      sessionAttributes: spoken.sessionState.sessionAttributes,
    };
  };

function intentOf({ sessionState: { intent }, interpretations }: Spoken): BotAnswer['intent'] {
  const slots = Object.entries(intent?.slots ?? {}).map(
    ([name, slot]) => [name, slot?.value.interpretedValue ?? ''] as const,
  );
  const { name = '', state = '' } = intent ?? {};
  const confidence = interpretations[0]?.nluConfidence?.score;
  return { name, state, slots: Object.fromEntries(slots), confidence };
}

const eventSchema = z.looseObject({
  Details: z.looseObject({ ContactData: z.looseObject({ InstanceARN: z.string() }) }),
});

/** How contact flows run functions: as Amazon Connect, with the permission of the function's resource policy. */
export const functionsOfFlows =
  ({
    lambda,
    access,
  }: {
    readonly lambda: Lambda;
    readonly access: ServiceAccess;
  }): ConnectOptions['invokeFunction'] =>
  async (functionArn, event) => {
    const sourceArn = eventSchema.parse(event).Details.ContactData.InstanceARN;
    access.require({ service: 'connect.amazonaws.com', sourceArn }, 'lambda:InvokeFunction', functionArn);
    const result = await lambda.invoke(functionArn, JSON.stringify(event), { type: 'RequestResponse' });
    if (result.functionError !== undefined)
      throw new SimulationError(`${functionArn}: ${result.functionError}`);
    return JSON.parse(result.payload === '' ? 'null' : result.payload) as unknown;
  };
