import { randomBytes } from 'node:crypto';
import type { VersionSpec } from '../function-spec.ts';
import type { LambdaOptions } from '../lambda-options.ts';
import { environmentOf } from './environment.ts';
import type { Sandbox } from './sandbox.ts';
import { startSandbox } from './sandbox.ts';

const logStreamName = (now: number, version: string): string => {
  const day = new Date(now).toISOString().slice(0, 10).replaceAll('-', '/');
  return `${day}/[${version}]${randomBytes(16).toString('hex')}`;
};

/** Makes what starts processes with the environment that the host's options give. */
export const createProcessStarter =
  ({
    clock,
    region,
    logs,
    endpointUrl,
    credentialsFor,
    shortWaits,
    variable = (value) => value,
  }: LambdaOptions) =>
  (spec: VersionSpec): Sandbox =>
    startSandbox({
      spec,
      now: () => clock.now(),
      line: (requestId, line) => logs(spec.name, requestId, line),
      environment: (runtimeApi) =>
        environmentOf({
          function: {
            ...spec,
            environment: Object.fromEntries(
              Object.entries(spec.environment).map(([name, value]) => [name, variable(value)]),
            ),
          },
          region,
          endpointUrl: endpointUrl(),
          credentials: credentialsFor(spec.name, spec.roleArn),
          runtimeApi,
          logStream: logStreamName(clock.now(), spec.version),
          now: clock.now(),
          shortWaits: shortWaits?.(),
        }),
    });
