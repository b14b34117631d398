import { optionalString, refuseUnknownFields, stringField } from '@atlas-engine/aws-wire';
import type { Input, Operation } from '@atlas-engine/aws-wire';
import { parseDefinition } from '../definition/parse-definition.ts';
import type { Api } from './api.ts';
import { parseMachineArn } from './arns.ts';
import { createMachine } from './create-machine.ts';
import { deleteMachine } from './delete-machine.ts';
import { errors } from './errors.ts';
import { includesData, limitedText, optionalChoice, pageSize } from './inputs.ts';
import { checkType } from './machine-requests.ts';
import { pageOf } from './paging.ts';
import type { MachineRow, Revision } from './registry.ts';
import { updateMachine } from './update-machine.ts';

const described = (machine: MachineRow, revision: Revision, withData: boolean): Record<string, unknown> => ({
  name: machine.name,
  status: machine.status,
  type: 'STANDARD',
  definition: withData ? revision.definition : '',
  roleArn: revision.roleArn,
  loggingConfiguration: revision.loggingConfiguration,
  tracingConfiguration: revision.tracingConfiguration,
  encryptionConfiguration: revision.encryptionConfiguration,
  revisionId: revision.revisionId,
});

const describe = ({ registry }: Api, input: Input): Record<string, unknown> => {
  refuseUnknownFields(input, ['stateMachineArn', 'includedData']);
  const { arn, machineArn, qualifier } = parseMachineArn(stringField(input, 'stateMachineArn'));
  const withData = includesData(input);
  const machine = registry.machines.get(machineArn);
  const version = qualifier === undefined ? undefined : registry.versions.get(arn);
  if (!machine || (qualifier !== undefined && !version)) throw errors.noStateMachine(arn);
  return {
    stateMachineArn: arn,
    ...described(machine, version ?? machine, withData),
    creationDate: new Date((version ?? machine).creationDate),
    description: version?.description,
  };
};

const list = ({ registry }: Api, input: Input): Record<string, unknown> => {
  refuseUnknownFields(input, ['maxResults', 'nextToken']);
  const nextToken = limitedText(input, 'nextToken', 1024);
  const arns = [...registry.machines.keys()].sort();
  const page = pageOf(arns, { list: 'stateMachines', size: pageSize(input), nextToken });
  const rows = page.keys.map((arn) => registry.machines.get(arn)).filter((row) => row !== undefined);
  return {
    stateMachines: rows.map(({ arn, name, creationDate }) => ({
      stateMachineArn: arn,
      name,
      type: 'STANDARD',
      creationDate: new Date(creationDate),
    })),
    nextToken: page.nextToken,
  };
};

const validate = ({ resources }: Api, input: Input): Record<string, unknown> => {
  refuseUnknownFields(input, ['definition', 'type', 'severity', 'maxResults']);
  const definition = optionalString(input, 'definition') ?? '';
  checkType(input);
  const severity = optionalChoice(input, 'severity', ['ERROR', 'WARNING']) ?? 'ERROR';
  const size = pageSize(input, { standard: 100, most: 100 });
  const parsed = parseDefinition(definition, resources);
  const problems = parsed.ok ? [] : parsed.problems;
  const shown = problems.filter((problem) => severity === 'WARNING' || problem.severity === 'ERROR');
  return {
    result: problems.some((problem) => problem.severity === 'ERROR') ? 'FAIL' : 'OK',
    diagnostics: shown.slice(0, size),
    truncated: shown.length > size,
  };
};

/** Operations on state machines. */
export const machineOperations = (api: Api): Record<string, Operation> => ({
  CreateStateMachine: (input) => createMachine(api, input),
  UpdateStateMachine: (input) => updateMachine(api, input),
  DeleteStateMachine: (input) => deleteMachine(api, input),
  DescribeStateMachine: (input) => describe(api, input),
  ListStateMachines: (input) => list(api, input),
  ValidateStateMachineDefinition: (input) => validate(api, input),
});
