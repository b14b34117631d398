import { queryService, type ServiceDouble } from '@atlas-engine/aws-wire';
import type { SimulationClock, StateStore } from '@atlas-engine/simulation';
import type { ResourceProvider } from './resource-provider.ts';
import { createEngine, type Engine } from './stacks/engine.ts';
import { createStackDirectory, type StackDirectory } from './stacks/stack-directory.ts';
import { changeSetOperations } from './wire/change-set-operations.ts';
import { readOperations } from './wire/read-operations.ts';
import { stackOperations } from './wire/stack-operations.ts';
import type { TemplateFrom } from './wire/read-content.ts';

/** What CloudFormation is made of. */
export interface CloudFormationOptions {
  readonly clock: SimulationClock;
  readonly store: StateStore;
  readonly region: string;
  readonly accountId: string;
  /** Makes the resources. */
  readonly provider: ResourceProvider;
  /** The value of an SSM parameter; undefined when there is none. */
  readonly ssm: (name: string) => string | undefined;
  /** The value of `{{resolve:service:reference}}`. */
  readonly dynamicReference: (service: string, reference: string) => Promise<string>;
  /** The text of a template in S3. @throws AwsError ValidationError */
  readonly templateFrom: TemplateFrom;
  /** Refuses the deployment of stacks that are the host's own. @throws AwsError */
  readonly checkName?: (name: string) => void;
}

/** CloudFormation on this machine. */
export interface CloudFormation {
  /** For the wire server; signing scope `cloudformation`. */
  readonly service: ServiceDouble;
  readonly engine: Engine;
  readonly stacks: StackDirectory;
}

/**
 * CloudFormation: stacks and change sets on the resources that the host provides.
 *
 * The host calls `engine.restore()` and `engine.resume()` once its services are up.
 */
export function createCloudFormation(options: CloudFormationOptions): CloudFormation {
  const { clock, store, region, accountId, provider, ssm, dynamicReference, templateFrom } = options;
  const directory = createStackDirectory({ clock, store, region, accountId });
  const parts = { directory, provider, ssm, dynamicReference };
  const engine = createEngine(parts);
  const wire = { ...parts, engine, templateFrom, checkName: options.checkName ?? (() => undefined) };
  return {
    service: queryService({
      service: 'cloudformation',
      xmlns: 'http://cloudformation.amazonaws.com/doc/2010-05-15/',
      operations: { ...stackOperations(wire), ...readOperations(wire), ...changeSetOperations(wire) },
    }),
    engine,
    stacks: directory,
  };
}
