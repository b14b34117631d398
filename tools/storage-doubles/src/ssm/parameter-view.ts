import { createHash } from 'node:crypto';
import type { Parameter, ParameterVersion } from './parameter.ts';
import type { FoundParameter, ParameterDirectory } from './parameter-directory.ts';

/** What stands for a SecureString that is not decrypted: no reader can take it for the value. */
const cipherText = ({ value }: ParameterVersion): string =>
  `AQICAH${createHash('sha512').update(value).digest('base64')}`;

/** The value as a reader may see it. */
export const valueOf = ({ type }: Parameter, version: ParameterVersion, decrypted: boolean): string =>
  type === 'SecureString' && !decrypted ? cipherText(version) : version.value;

/** A parameter as reads show it. */
export const parameterView =
  (parameters: ParameterDirectory, decrypted: boolean) =>
  ({ parameter, version, selector }: FoundParameter) => ({
    Name: parameter.name,
    Type: parameter.type,
    Value: valueOf(parameter, version, decrypted),
    Version: version.version,
    Selector: selector,
    LastModifiedDate: new Date(version.modifiedAt),
    ARN: parameters.arnOf(parameter.name),
    DataType: 'text',
  });

/** A parameter without its value. */
export const metadataView = (
  parameters: ParameterDirectory,
  parameter: Parameter,
  version = parameter.versions[0],
) => ({
  Name: parameter.name,
  ARN: parameters.arnOf(parameter.name),
  Type: parameter.type,
  KeyId: parameter.keyId,
  LastModifiedDate: new Date(version.modifiedAt),
  Description: version.description,
  AllowedPattern: version.allowedPattern,
  Version: version.version,
  Tier: parameter.tier,
  DataType: 'text',
});
