import { notSupported, optionalBoolean } from '@atlas-engine/aws-wire';
import type { Input } from '@atlas-engine/aws-wire';
import { errors } from './errors.ts';
import { limitedText, optionalChoice } from './inputs.ts';
import type { MachineRow, Revision } from './registry.ts';

/** Characters of a definition. */
export const longestDefinition = 1_048_576;
const longestDescription = 256;

/** Whether and with what description a request publishes a version. @throws AwsError ValidationException */
export const publication = (input: Input): { readonly publish: boolean; readonly description?: string } => {
  const publish = optionalBoolean(input, 'publish') ?? false;
  const description = limitedText(input, 'versionDescription', longestDescription);
  if (description === undefined) return { publish };
  if (publish) return { publish, description };
  throw errors.validation('Version description can only be set when publish is true');
};

/** Refuses state machines of type EXPRESS. */
export const checkType = (input: Input): void => {
  if (optionalChoice(input, 'type', ['STANDARD', 'EXPRESS']) === 'EXPRESS')
    throw notSupported('states', 'state machines of type EXPRESS: only STANDARD');
};

/** A state machine as it is when nothing else is said of it. */
export const newMachine = (
  given: Pick<MachineRow, 'arn' | 'name'> & Pick<Revision, 'definition' | 'roleArn'>,
  now: number,
): MachineRow => ({
  ...given,
  loggingConfiguration: { level: 'OFF', includeExecutionData: false },
  tracingConfiguration: { enabled: false },
  encryptionConfiguration: { type: 'AWS_OWNED_KEY' },
  revisionNumber: 1,
  status: 'ACTIVE',
  creationDate: now,
  updateDate: now,
  lastVersion: 0,
  tags: {},
});
