import { AwsError } from '@atlas-engine/aws-wire';

/** Which function a caller means, and which of its versions or aliases. */
export interface FunctionReference {
  readonly name: string;
  readonly qualifier?: string | undefined;
}

export interface Account {
  readonly region: string;
  readonly accountId: string;
}

const reference =
  /^(?:arn:aws[\w-]*:lambda:(?<region>[a-z0-9-]+):)?(?:(?<account>\d{12}):)?(?:function:)?(?<name>[\w-]{1,64})(?::(?<qualifier>\$LATEST|[\w-]{1,128}))?$/;

/** The ARN of a function, with a qualifier when one is given. */
export const functionArn = ({ region, accountId }: Account, { name, qualifier }: FunctionReference): string =>
  `arn:aws:lambda:${region}:${accountId}:function:${name}${qualifier === undefined ? '' : `:${qualifier}`}`;

/** The error of a function or qualifier that does not exist. */
export const functionNotFound = (arn: string): AwsError =>
  new AwsError('ResourceNotFoundException', `Function not found: ${arn}`, {
    status: 404,
    members: { Type: 'User' },
  });

/** The error of a value that the service does not accept. */
export const invalidParameter = (message: string): AwsError =>
  new AwsError('InvalidParameterValueException', message, { status: 400, members: { Type: 'User' } });

const chosenQualifier = (inName: string | undefined, query: string | undefined): string | undefined => {
  if (inName === undefined || query === undefined || inName === query) return query ?? inName;
  throw invalidParameter(
    'The derived qualifier from the function name does not match the specified qualifier.',
  );
};

/**
 * Reads a name, `name:qualifier`, a partial ARN or an ARN.
 *
 * @throws AwsError InvalidParameterValueException when it is none of these or two qualifiers differ,
 *   ResourceNotFoundException when it belongs to another account or region.
 */
export const parseFunctionReference = (text: string, account: Account, query?: string): FunctionReference => {
  const parts = reference.exec(text)?.groups;
  if (!parts) throw invalidParameter('FunctionName: must be a function name, name:qualifier or function ARN');
  const { region = account.region, account: accountId = account.accountId, name = '' } = parts;
  const found = { name, qualifier: chosenQualifier(parts['qualifier'], query) };
  if (region !== account.region || accountId !== account.accountId)
    throw functionNotFound(functionArn({ region, accountId }, found));
  return found;
};
