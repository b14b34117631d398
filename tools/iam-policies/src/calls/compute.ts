import { anyResource, arnOf, needs, ownActions, type Call, type CallTable } from './call.ts';

/** A function by name, by `name:qualifier` or by ARN, with the qualifier of the query. */
export const functionArn = ({ place, query }: Pick<Call, 'place' | 'query'>, named: string): string => {
  const name = named.replace(/^(arn:.*:|\d{12}:)function:/, '');
  const qualifier = query.get('Qualifier');
  return arnOf(place, 'lambda', `function:${name}${qualifier === null ? '' : `:${qualifier}`}`);
};

const functionOf = (call: Call): string => {
  const named = /^\/2015-03-31\/functions\/([^/]+)/.exec(call.path)?.[1] ?? '';
  return functionArn(call, decodeURIComponent(named));
};

/** Lambda. An alias or a version that is named in the call is part of the resource. */
export const lambdaCalls: CallTable = {
  ...ownActions(
    'lambda',
    [
      ...['GetAlias', 'GetFunction', 'GetFunctionConfiguration', 'ListAliases', 'PublishVersion'],
      ...['UpdateFunctionCode', 'UpdateFunctionConfiguration'],
    ],
    functionOf,
  ),
  ...ownActions('lambda', ['ListEventSourceMappings', 'ListFunctions'], anyResource),
  Invoke: needs('lambda:InvokeFunction', functionOf),
};

const botAlias = (call: Call): string => {
  const [, botId = '', aliasId = ''] = /^\/bots\/([^/]+)\/botAliases\/([^/]+)\//.exec(call.path) ?? [];
  return arnOf(call.place, 'lex', `bot-alias/${decodeURIComponent(botId)}/${decodeURIComponent(aliasId)}`);
};

/** Lex V2's runtime. */
export const lexCalls: CallTable = ownActions(
  'lex',
  ['DeleteSession', 'GetSession', 'PutSession', 'RecognizeText', 'RecognizeUtterance', 'StartConversation'],
  botAlias,
);
