import type { ServiceDouble } from '@atlas-engine/aws-wire';
import { jsonService } from '@atlas-engine/aws-wire';
import type { SimulationClock, StateStore } from '@atlas-engine/simulation';
import { aliasOperations } from './api/alias-operations.ts';
import type { Api } from './api/api.ts';
import { sweepDeleted } from './api/delete-machine.ts';
import { createExecutionIndex } from './api/execution-index.ts';
import { executionOperations } from './api/execution-operations.ts';
import { machineOperations } from './api/machine-operations.ts';
import { openRegistry } from './api/registry.ts';
import type { Registration } from './api/register-machine.ts';
import { registerMachine } from './api/register-machine.ts';
import type { AliasRegistration } from './api/register-release.ts';
import { registerAlias, registerVersion } from './api/register-release.ts';
import type { StatusChangeDetail } from './api/status-change.ts';
import { statusChangeDetail } from './api/status-change.ts';
import { tagOperations } from './api/tag-operations.ts';
import { tokenOperations } from './api/token-operations.ts';
import { versionOperations } from './api/version-operations.ts';
import type { Engine } from './engine/engine.ts';
import { createEngine } from './engine/engine.ts';
import type { ExecutionRow } from './engine/rows.ts';
import type { TaskRunners } from './engine/runner.ts';

export interface StepFunctionsOptions {
  readonly clock: SimulationClock;
  readonly store: StateStore;
  /** What tasks can be, by resource ARN; a definition that names another resource is refused. */
  readonly runners: TaskRunners;
  readonly region: string;
  /** Twelve digits. */
  readonly accountId: string;
  /** Gets the detail of each 'Step Functions Execution Status Change' event; best effort, as on AWS. */
  readonly onStatusChange?: (detail: StatusChangeDetail) => void | Promise<void>;
}

export interface StepFunctions {
  /** The API on the wire: signing scope `states`, awsJson 1.0, targets `AWSStepFunctions.…`. */
  readonly service: ServiceDouble;
  readonly engine: Engine;
  /** Creates a state machine or gives it a new definition, for a host that loads templates. @throws AwsError InvalidDefinition */
  registerStateMachine(registration: Registration): { readonly stateMachineArn: string };
  /** Publishes a state machine as it is now; the same version as long as nothing differs. @throws AwsError StateMachineDoesNotExist */
  registerVersion(stateMachineArn: string): { readonly stateMachineVersionArn: string };
  /** Creates an alias or points it elsewhere. @throws AwsError ResourceNotFound */
  registerAlias(registration: AliasRegistration): { readonly stateMachineAliasArn: string };
}

/**
 * Makes Step Functions for one account and region, and goes on with all executions that the store has.
 *
 * @example
 * const { service, registerStateMachine } = createStepFunctions({
 *   clock, store, region: 'us-east-1', accountId: '000000000000',
 *   runners: { 'arn:aws:states:::lambda:invoke': lambdaRunner },
 * });
 */
export const createStepFunctions = (options: StepFunctionsOptions): StepFunctions => {
  const { clock, store, runners, region, accountId, onStatusChange } = options;
  const registry = openRegistry(store);
  const onStatus = async (execution: ExecutionRow): Promise<void> => {
    if (execution.status !== 'RUNNING') sweepDeleted(api, execution.stateMachineArn);
    await onStatusChange?.(statusChangeDetail(execution));
  };
  const engine = createEngine({
    clock,
    store,
    runners,
    isDeleted: (arn) => registry.machines.get(arn)?.status !== 'ACTIVE',
    onStatus,
  });
  const api: Api = {
    clock,
    engine,
    registry,
    index: createExecutionIndex(engine.tables.executions.values()),
    place: { region, accountId },
    resources: Object.keys(runners),
  };
  for (const arn of [...registry.machines.keys()]) sweepDeleted(api, arn);
  const service = jsonService({
    service: 'states',
    version: '1.0',
    operations: {
      ...machineOperations(api),
      ...versionOperations(api),
      ...aliasOperations(api),
      ...executionOperations(api),
      ...tokenOperations(api),
      ...tagOperations(api),
    },
  });
  return {
    service,
    engine,
    registerStateMachine: (registration) => registerMachine(api, registration),
    registerVersion: (stateMachineArn) => registerVersion(api, stateMachineArn),
    registerAlias: (registration) => registerAlias(api, registration),
  };
};
