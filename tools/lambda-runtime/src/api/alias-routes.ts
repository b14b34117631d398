import { AwsError } from '@atlas-engine/aws-wire';
import type { RestRoute } from '@atlas-engine/aws-wire';
import type { Alias } from '../aliases.ts';
import type { Functions, LambdaFunction } from '../functions.ts';
import { revisionOf } from './function-configuration.ts';
import { pageOf } from './paging.ts';

const path = '/2015-03-31/functions/{FunctionName}/aliases';

const aliasOf = (target: LambdaFunction, alias: Alias): Record<string, unknown> => ({
  AliasArn: `${target.arn}:${alias.name}`,
  Name: alias.name,
  FunctionVersion: alias.version,
  Description: alias.description,
  RevisionId: revisionOf(target.spec),
  ...(alias.additional && {
    RoutingConfig: { AdditionalVersionWeights: { [alias.additional.version]: alias.additional.weight } },
  }),
});

/** GetAlias and ListAliases. */
export const aliasRoutes = (functions: Functions): readonly RestRoute[] => [
  {
    method: 'GET',
    path,
    operation: 'ListAliases',
    handle: ({ params, request: { query } }) => {
      const { function: target } = functions.find(params['FunctionName'] ?? '');
      const version = query.get('FunctionVersion');
      const aliases = functions.aliases
        .of(target.spec.name)
        .filter((alias) => version === null || alias.version === version);
      const { page, NextMarker } = pageOf(aliases, query);
      return { Aliases: page.map((alias) => aliasOf(target, alias)), NextMarker };
    },
  },
  {
    method: 'GET',
    path: `${path}/{Name}`,
    operation: 'GetAlias',
    handle: ({ params }) => {
      const { function: target } = functions.find(params['FunctionName'] ?? '');
      const name = params['Name'] ?? '';
      const alias = functions.aliases.find(target.spec.name, name);
      if (alias !== undefined) return aliasOf(target, alias);
      throw new AwsError('ResourceNotFoundException', `Cannot find alias arn: ${target.arn}:${name}`, {
        status: 404,
        members: { Type: 'User' },
      });
    },
  },
];
