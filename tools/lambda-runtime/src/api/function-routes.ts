import { notSupported, rawResponse } from '@atlas-engine/aws-wire';
import type { RestCall, RestRoute } from '@atlas-engine/aws-wire';
import { pathToFileURL } from 'node:url';
import { invalidParameter } from '../function-name.ts';
import type { Functions, Target } from '../functions.ts';
import { latestVersion } from '../process/environment.ts';
import { codeOf, functionConfiguration } from './function-configuration.ts';
import { pageOf } from './paging.ts';

const path = '/2015-03-31/functions/{FunctionName}';

/** The function that a call names in its path, with the qualifier of its query. */
export const targetOf = (functions: Functions, { params, request }: RestCall): Target =>
  functions.find(params['FunctionName'] ?? '', request.query.get('Qualifier') ?? undefined);

/** Makes a version and describes it. @throws AwsError InvalidParameterValueException when the code is not the expected one. */
export const publishVersion = (
  functions: Functions,
  target: Target,
  { codeSha256, description }: { codeSha256?: unknown; description?: unknown },
): Record<string, unknown> => {
  const { sha256 } = codeOf(target.function.spec);
  if (codeSha256 !== undefined && codeSha256 !== sha256)
    throw invalidParameter(`CodeSHA256: is different from the current code of $LATEST, which is ${sha256}`);
  const { version } = functions.publish(target.function, sha256);
  const configuration = functionConfiguration(functions.find(target.reference.name, version));
  return {
    ...configuration,
    FunctionArn: `${target.function.arn}:${version}`,
    ...(typeof description === 'string' && { Description: description }),
  };
};

const listFunctions = (functions: Functions, { request: { query } }: RestCall): unknown => {
  for (const name of ['FunctionVersion', 'MasterRegion']) {
    if (query.has(name)) throw notSupported('lambda', `ListFunctions with ${name}`);
  }
  const { page, NextMarker } = pageOf(functions.all(), query);
  const Functions = page.map(({ spec }) => functionConfiguration(functions.find(spec.name)));
  return { Functions, NextMarker };
};

/** GetFunction, GetFunctionConfiguration, ListFunctions and PublishVersion. */
export const functionRoutes = (functions: Functions): readonly RestRoute[] => [
  {
    method: 'GET',
    path: '/2015-03-31/functions',
    operation: 'ListFunctions',
    handle: (call) => listFunctions(functions, call),
  },
  {
    method: 'GET',
    path,
    operation: 'GetFunction',
    handle: (call) => {
      const target = targetOf(functions, call);
      const { codeDirectory } = target.main().spec;
      const { reservedConcurrency } = target.function.spec;
      return {
        Configuration: functionConfiguration(target),
        Code: { RepositoryType: 'S3', Location: pathToFileURL(codeDirectory).href },
        ...(reservedConcurrency !== undefined && {
          Concurrency: { ReservedConcurrentExecutions: reservedConcurrency },
        }),
      };
    },
  },
  {
    method: 'GET',
    path: `${path}/configuration`,
    operation: 'GetFunctionConfiguration',
    handle: (call) => functionConfiguration(targetOf(functions, call)),
  },
  {
    method: 'GET',
    path: `${path}/versions`,
    operation: 'ListVersionsByFunction',
    handle: ({ params, request: { query } }) => {
      const { name } = functions.find(params['FunctionName'] ?? '').function.spec;
      const { page, NextMarker } = pageOf([latestVersion, ...functions.versions.of(name)], query);
      return {
        Versions: page.map((version) => functionConfiguration(functions.find(name, version))),
        NextMarker,
      };
    },
  },
  {
    method: 'POST',
    path: `${path}/versions`,
    operation: 'PublishVersion',
    handle: (call) => {
      const { CodeSha256, Description } = call.input;
      const published = publishVersion(functions, targetOf(functions, call), {
        codeSha256: CodeSha256,
        description: Description,
      });
      return rawResponse({
        status: 201,
        headers: { 'content-type': 'application/json', 'x-amzn-requestid': call.requestId },
        body: JSON.stringify(published),
      });
    },
  },
];
