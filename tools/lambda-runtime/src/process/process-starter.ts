import { randomBytes } from 'node:crypto';
import type { FunctionSpec } from '../function-spec.ts';
import type { LambdaOptions } from '../lambda-options.ts';
import { environmentOf } from './environment.ts';
import type { Sandbox } from './sandbox.ts';
import { startSandbox } from './sandbox.ts';

const logStreamName = (now: number): string => {
  const day = new Date(now).toISOString().slice(0, 10).replaceAll('-', '/');
  return `${day}/[$LATEST]${randomBytes(16).toString('hex')}`;
};

/** Makes what starts processes with the environment that the host's options give. */
export const createProcessStarter =
  ({ clock, region, logs, endpointUrl, credentialsFor, shortWaits }: LambdaOptions) =>
  (spec: FunctionSpec): Sandbox =>
    startSandbox({
      spec,
      now: () => clock.now(),
      line: (requestId, line) => logs(spec.name, requestId, line),
      environment: (runtimeApi) =>
        environmentOf({
          function: spec,
          region,
          endpointUrl: endpointUrl(),
          credentials: credentialsFor(spec.name, spec.roleArn),
          runtimeApi,
          logStream: logStreamName(clock.now()),
          now: clock.now(),
          shortWaits: shortWaits?.(),
        }),
    });
