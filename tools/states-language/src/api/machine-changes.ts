import { randomUUID } from 'node:crypto';
import { AwsError, notSupported, optionalObject } from '@atlas-engine/aws-wire';
import type { Input } from '@atlas-engine/aws-wire';
import { parseDefinition } from '../definition/parse-definition.ts';
import { describeProblems } from '../definition/problem.ts';
import type { JsonObject } from '../json.ts';
import { parseJson, isObject } from '../json.ts';
import type { Api } from './api.ts';
import { errors } from './errors.ts';
import type { MachineRow, Revision, VersionRow } from './registry.ts';
import { versionsOf } from './registry.ts';

const mostVersions = 1000;

/** Refuses a definition that can not be run. @throws AwsError InvalidDefinition */
export const checkDefinition = ({ resources }: Api, definition: string): void => {
  const parsed = parseDefinition(definition, resources);
  if (parsed.ok) return;
  const problems = describeProblems(parsed.problems);
  throw new AwsError('InvalidDefinition', `Invalid State Machine Definition: '${problems}'`);
};

const configuration = (input: Input, field: string): JsonObject | undefined => {
  const value = optionalObject(input, field);
  const copy = value && parseJson(JSON.stringify(value));
  return isObject(copy) ? copy : undefined;
};

/** The configurations of a request, each only when it is there. They are kept and shown, and have no effect. */
export const configurationsOf = (
  input: Input,
): Partial<Pick<Revision, 'loggingConfiguration' | 'tracingConfiguration' | 'encryptionConfiguration'>> => {
  const logging = configuration(input, 'loggingConfiguration');
  const tracing = configuration(input, 'tracingConfiguration');
  const encryption = configuration(input, 'encryptionConfiguration');
  if (encryption && encryption['type'] !== 'AWS_OWNED_KEY')
    throw notSupported('states', `encryptionConfiguration of type ${JSON.stringify(encryption['type'])}`);
  return {
    ...(logging ? { loggingConfiguration: logging } : {}),
    ...(tracing ? { tracingConfiguration: tracing } : {}),
    ...(encryption ? { encryptionConfiguration: encryption } : {}),
  };
};

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** The state machine with a new revision, or as it is when nothing differs. */
export const revised = (
  machine: MachineRow,
  change: Partial<Omit<Revision, 'revisionId' | 'revisionNumber'>>,
  now: number,
): MachineRow => {
  const changed = { ...machine, ...change };
  if (same(machine, changed)) return { ...machine, updateDate: now };
  return {
    ...changed,
    revisionId: randomUUID(),
    revisionNumber: machine.revisionNumber + 1,
    updateDate: now,
  };
};

/** Publishes the present revision; gives the version that has it, when there is one. */
export const publishVersion = (
  { registry, clock }: Api,
  machine: MachineRow,
  description?: string,
): VersionRow => {
  const existing = versionsOf(registry, machine.arn);
  const present = existing.find(({ revisionNumber }) => revisionNumber === machine.revisionNumber);
  if (present) return present;
  if (existing.length >= mostVersions)
    throw new AwsError(
      'ServiceQuotaExceededException',
      `A state machine has at most ${mostVersions} versions.`,
    );
  const number = machine.lastVersion + 1;
  const { definition, roleArn, revisionId, revisionNumber } = machine;
  const { loggingConfiguration, tracingConfiguration, encryptionConfiguration } = machine;
  const version: VersionRow = {
    arn: `${machine.arn}:${number}`,
    machineArn: machine.arn,
    number,
    definition,
    roleArn,
    loggingConfiguration,
    tracingConfiguration,
    encryptionConfiguration,
    revisionNumber,
    ...(revisionId === undefined ? {} : { revisionId }),
    creationDate: clock.now(),
    ...(description === undefined ? {} : { description }),
  };
  registry.versions.set(version.arn, version);
  registry.machines.set(machine.arn, { ...machine, lastVersion: number });
  return version;
};

/** A state machine that is not being deleted. @throws AwsError StateMachineDoesNotExist, StateMachineDeleting */
export const activeMachine = ({ registry }: Api, machineArn: string): MachineRow => {
  const machine = registry.machines.get(machineArn);
  if (!machine) throw errors.noStateMachine(machineArn);
  if (machine.status === 'DELETING') throw errors.deleting(machineArn);
  return machine;
};
