import { isRecord, listField, numberField, refuseUnknownFields, stringField } from '@atlas-engine/aws-wire';
import type { Input, Operation } from '@atlas-engine/aws-wire';
import type { Api } from './api.ts';
import { parseMachineArn } from './arns.ts';
import { constraintError, errors } from './errors.ts';
import { limitedText, pageSize, requiredText } from './inputs.ts';
import { pageOf } from './paging.ts';
import type { AliasRow, Route } from './registry.ts';
import { aliasesOf } from './registry.ts';

const nameForm = /^(?=.*[a-zA-Z_\-.])[a-zA-Z0-9_\-.]+$/;
const mostRoutes = 2;
const fullWeight = 100;

const routeOf = (value: unknown, index: number): Route => {
  if (!isRecord(value))
    throw errors.validation(
      `routingConfiguration[${index}]: must be an object with stateMachineVersionArn and weight`,
    );
  refuseUnknownFields(value, ['stateMachineVersionArn', 'weight']);
  const weight = numberField(value, 'weight');
  const field = `routingConfiguration.${index + 1}.member.weight`;
  if (weight > fullWeight)
    throw constraintError(field, String(weight), 'have value less than or equal to 100');
  if (weight < 0) throw constraintError(field, String(weight), 'have value greater than or equal to 0');
  return { stateMachineVersionArn: stringField(value, 'stateMachineVersionArn'), weight };
};

const checkRoutes = ({ registry }: Api, routes: readonly Route[]): string => {
  const arns = routes.map(({ stateMachineVersionArn }) => stateMachineVersionArn);
  const received = `Received: [${arns.join(', ')}]`;
  const parsed = arns.map(parseMachineArn);
  if (parsed.some(({ qualifier }) => qualifier === undefined || !/^\d+$/.test(qualifier)))
    throw errors.validation(`Routing configuration must contain state machine version ARNs. ${received}`);
  if (new Set(arns).size < arns.length)
    throw errors.validation(
      `Routing configuration must contain distinct state machine version ARNs. ${received}`,
    );
  const machines = new Set(parsed.map(({ machineArn }) => machineArn));
  const [machineArn = ''] = machines;
  if (machines.size > 1)
    throw errors.validation(`Routing configuration must contain versions of one state machine. ${received}`);
  if (!arns.every((arn) => registry.versions.has(arn))) throw errors.noReference();
  return machineArn;
};

const routesOf = (api: Api, input: Input): { readonly routes: Route[]; readonly machineArn: string } => {
  const routes = listField(input, 'routingConfiguration').map(routeOf);
  if (routes.length < 1 || routes.length > mostRoutes)
    throw constraintError(
      'routingConfiguration',
      undefined,
      `have length less than or equal to ${mostRoutes} and greater than or equal to 1`,
    );
  const machineArn = checkRoutes(api, routes);
  const weights = routes.map(({ weight }) => weight);
  if (weights.reduce((sum, weight) => sum + weight, 0) !== fullWeight)
    throw errors.validation(
      `Sum of routing configuration weights must equal ${fullWeight}. Received: [${weights.join(', ')}]`,
    );
  return { routes, machineArn };
};

const create = (api: Api, input: Input): Record<string, unknown> => {
  refuseUnknownFields(input, ['name', 'description', 'routingConfiguration']);
  const name = requiredText(input, 'name', 80);
  if (!nameForm.test(name))
    throw constraintError('name', name, `satisfy regular expression pattern: ${nameForm.source}`);
  const description = limitedText(input, 'description', 256);
  const { routes, machineArn } = routesOf(api, input);
  const now = api.clock.now();
  const wanted: AliasRow = {
    arn: `${machineArn}:${name}`,
    machineArn,
    name,
    ...(description === undefined ? {} : { description }),
    routes,
    creationDate: now,
    updateDate: now,
  };
  const alias = api.registry.aliases.get(wanted.arn) ?? wanted;
  if (alias.description !== description || JSON.stringify(alias.routes) !== JSON.stringify(routes))
    throw errors.conflict(
      'Failed to create alias because an alias with the same name and a different routing configuration already exists.',
    );
  api.registry.aliases.set(alias.arn, alias);
  return { stateMachineAliasArn: alias.arn, creationDate: new Date(alias.creationDate) };
};

const aliasOf = ({ registry }: Api, input: Input): AliasRow => {
  const { arn } = parseMachineArn(stringField(input, 'stateMachineAliasArn'));
  const alias = registry.aliases.get(arn);
  if (!alias) throw errors.noReference();
  return alias;
};

const update = (api: Api, input: Input): Record<string, unknown> => {
  refuseUnknownFields(input, ['stateMachineAliasArn', 'description', 'routingConfiguration']);
  const alias = aliasOf(api, input);
  const description = limitedText(input, 'description', 256);
  const routing = input['routingConfiguration'] === undefined ? undefined : routesOf(api, input);
  if (description === undefined && !routing)
    throw errors.validation('Either the description or the RoutingConfiguration must be specified');
  if (routing && routing.machineArn !== alias.machineArn)
    throw errors.validation("routingConfiguration: must contain versions of the alias's own state machine");
  const updateDate = api.clock.now();
  api.registry.aliases.set(alias.arn, {
    ...alias,
    ...(description === undefined ? {} : { description }),
    ...(routing ? { routes: routing.routes } : {}),
    updateDate,
  });
  return { updateDate: new Date(updateDate) };
};

const describe = (api: Api, input: Input): Record<string, unknown> => {
  refuseUnknownFields(input, ['stateMachineAliasArn']);
  const { arn, name, description, routes, creationDate, updateDate } = aliasOf(api, input);
  return {
    stateMachineAliasArn: arn,
    name,
    description,
    routingConfiguration: routes,
    creationDate: new Date(creationDate),
    updateDate: new Date(updateDate),
  };
};

const list = ({ registry }: Api, input: Input): Record<string, unknown> => {
  refuseUnknownFields(input, ['stateMachineArn', 'maxResults', 'nextToken']);
  const { arn, machineArn, qualifier } = parseMachineArn(stringField(input, 'stateMachineArn'));
  const nextToken = limitedText(input, 'nextToken', 1024);
  const all = aliasesOf(registry, machineArn).filter(
    ({ routes }) => qualifier === undefined || routes.some((route) => route.stateMachineVersionArn === arn),
  );
  const page = pageOf(
    all.map((alias) => alias.arn),
    { list: `aliases ${arn}`, size: pageSize(input), nextToken },
  );
  const rows = page.keys.map((key) => registry.aliases.get(key)).filter((row) => row !== undefined);
  return {
    stateMachineAliases: rows.map((row) => ({
      stateMachineAliasArn: row.arn,
      creationDate: new Date(row.creationDate),
    })),
    nextToken: page.nextToken,
  };
};

/** Operations on aliases. */
export const aliasOperations = (api: Api): Record<string, Operation> => ({
  CreateStateMachineAlias: (input) => create(api, input),
  UpdateStateMachineAlias: (input) => update(api, input),
  DescribeStateMachineAlias: (input) => describe(api, input),
  ListStateMachineAliases: (input) => list(api, input),
  DeleteStateMachineAlias: (input) => {
    refuseUnknownFields(input, ['stateMachineAliasArn']);
    api.registry.aliases.delete(parseMachineArn(stringField(input, 'stateMachineAliasArn')).arn);
    return {};
  },
});
