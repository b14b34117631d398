import { jsonService, type ServiceDouble } from '@atlas-engine/aws-wire';
import { describeOperations } from './describe-operations.ts';
import { createParameterDirectory, type SsmOptions } from './parameter-directory.ts';
import { readOperations } from './read-operations.ts';
import { applyTemplate } from './template-parameter.ts';
import { writeOperations } from './write-operations.ts';

/** Parameter Store on this machine. */
export interface Ssm {
  /** For the wire server; signing scope `ssm`. */
  readonly service: ServiceDouble;
  /** Makes or changes a parameter by the Properties of an AWS::SSM::Parameter. @throws AwsError */
  putParameter(properties: Readonly<Record<string, unknown>>): { readonly name: string };
  /** Removes a parameter; one that is not there is no error. */
  deleteParameter(name: string): void;
  /** The value of a name, an ARN, or either with `:version`; undefined when there is none. */
  value(name: string): string | undefined;
}

/** Parameter Store: values with their versions. Labels, policies and tags are refused by name, and all other parts of Systems Manager. */
export const createSsm = (options: SsmOptions): Ssm => {
  const parameters = createParameterDirectory(options);
  return {
    service: jsonService({
      service: 'ssm',
      version: '1.1',
      operations: {
        ...readOperations(parameters),
        ...writeOperations(parameters),
        ...describeOperations(parameters),
      },
    }),
    putParameter: (properties) => ({ name: applyTemplate(parameters, properties).name }),
    deleteParameter: (name) => void parameters.remove(name),
    value: (name) => parameters.lookUp(name)?.version.value,
  };
};
