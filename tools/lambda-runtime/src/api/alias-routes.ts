import { AwsError } from '@atlas-engine/aws-wire';
import type { RestRoute } from '@atlas-engine/aws-wire';
import type { Functions, LambdaFunction } from '../functions.ts';
import { revisionOf } from './function-configuration.ts';
import { pageOf } from './paging.ts';

const path = '/2015-03-31/functions/{FunctionName}/aliases';

const aliasOf = (target: LambdaFunction, name: string, version: string): Record<string, unknown> => ({
  AliasArn: `${target.arn}:${name}`,
  Name: name,
  FunctionVersion: version,
  Description: '',
  RevisionId: revisionOf(target),
});

/** GetAlias and ListAliases; aliases are those of the template. */
export const aliasRoutes = (functions: Functions): readonly RestRoute[] => [
  {
    method: 'GET',
    path,
    operation: 'ListAliases',
    handle: ({ params, request: { query } }) => {
      const { function: target } = functions.find(params['FunctionName'] ?? '');
      const version = query.get('FunctionVersion');
      const aliases = Object.entries(target.spec.aliases ?? {}).filter(
        ([, aliasVersion]) => version === null || aliasVersion === version,
      );
      const { page, NextMarker } = pageOf(aliases, query);
      return { Aliases: page.map(([name, aliasVersion]) => aliasOf(target, name, aliasVersion)), NextMarker };
    },
  },
  {
    method: 'GET',
    path: `${path}/{Name}`,
    operation: 'GetAlias',
    handle: ({ params }) => {
      const { function: target } = functions.find(params['FunctionName'] ?? '');
      const name = params['Name'] ?? '';
      const version = target.spec.aliases?.[name];
      if (version !== undefined) return aliasOf(target, name, version);
      throw new AwsError('ResourceNotFoundException', `Cannot find alias arn: ${target.arn}:${name}`, {
        status: 404,
        members: { Type: 'User' },
      });
    },
  },
];
