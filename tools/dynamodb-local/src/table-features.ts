import { optionalBoolean, optionalObject, optionalString } from '@atlas-engine/aws-wire';
import type { Input, Table } from './dynalite-modules.js';
import { refused, validationError } from './dynamo-error.ts';
import { refuseOtherFields } from './fields.ts';

/** Members of a table that dynalite does not know and that have no effect on items. */
export const featureFields = [
  'SSESpecification',
  'DeletionProtectionEnabled',
  'TableClass',
  'StreamSpecification',
];

/** CloudFormation says SSEEnabled where the API says Enabled. */
const encryption = (specification: Input): Pick<Table, string> => {
  refuseOtherFields('SSESpecification', specification, [
    'Enabled',
    'SSEEnabled',
    'SSEType',
    'KMSMasterKeyId',
  ]);
  const isOn =
    optionalBoolean(specification, 'Enabled') ?? optionalBoolean(specification, 'SSEEnabled') ?? false;
  const type = optionalString(specification, 'SSEType') ?? 'KMS';
  if (type !== 'KMS') throw validationError(`SSESpecification.SSEType: must be KMS, was ${type}`);
  const key = optionalString(specification, 'KMSMasterKeyId') ?? 'alias/aws/dynamodb';
  return { SSEDescription: isOn ? { Status: 'ENABLED', SSEType: type, KMSMasterKeyArn: key } : undefined };
};

const refuseStream = (input: Input): void => {
  const stream = optionalObject(input, 'StreamSpecification');
  if (stream && stream['StreamEnabled'] !== false)
    throw refused('StreamSpecification: DynamoDB Streams are not part of it');
};

/** What a table's description shows of these members; only of those that are given. @throws AwsError */
export const featuresOf = (input: Input): Input => {
  refuseStream(input);
  const specification = optionalObject(input, 'SSESpecification');
  const isProtected = optionalBoolean(input, 'DeletionProtectionEnabled');
  const tableClass = optionalString(input, 'TableClass');
  if (tableClass !== undefined && !['STANDARD', 'STANDARD_INFREQUENT_ACCESS'].includes(tableClass))
    throw validationError(`TableClass: must be STANDARD or STANDARD_INFREQUENT_ACCESS, was ${tableClass}`);
  return {
    ...(specification && encryption(specification)),
    ...(isProtected !== undefined && { DeletionProtectionEnabled: isProtected }),
    ...(tableClass !== undefined && { TableClassSummary: { TableClass: tableClass } }),
  };
};
