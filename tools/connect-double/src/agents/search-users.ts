import {
  AwsError,
  notSupported,
  objectField,
  optionalNumber,
  refuseUnknownFields,
  stringField,
} from '@atlas-engine/aws-wire';
import type { UserSpec } from './staff.ts';

const bad = (message: string) => new AwsError('InvalidRequestException', message);

/** `SearchUsers`, as far as one is sought by the exact user name. Source: Amazon Connect API reference. */
export function searchUsers(
  input: Record<string, unknown>,
  usersOf: (instanceId: string) => readonly UserSpec[],
  arnOf: (user: UserSpec) => string,
) {
  refuseUnknownFields(input, ['InstanceId', 'SearchCriteria', 'MaxResults']);
  const limit = optionalNumber(input, 'MaxResults') ?? 100;
  if (limit < 1 || limit > 500) throw bad('MaxResults must be 1 to 500');
  const criteria = objectField(input, 'SearchCriteria');
  refuseUnknownFields(criteria, ['StringCondition']);
  const condition = objectField(criteria, 'StringCondition');
  if (stringField(condition, 'FieldName') !== 'Username' || condition['ComparisonType'] !== 'EXACT')
    throw notSupported('connect', 'SearchUsers but by an EXACT Username');
  const value = stringField(condition, 'Value').toLowerCase();
  const found = usersOf(stringField(input, 'InstanceId')).filter(
    ({ userName }) => userName.toLowerCase() === value,
  );
  return {
    Users: found.slice(0, limit).map((user) => ({
      ...{ Id: user.id, Arn: arnOf(user), Username: user.userName },
      IdentityInfo: { FirstName: user.firstName, LastName: user.lastName },
      RoutingProfileId: user.routingProfileId,
      SecurityProfileIds: user.securityProfileIds,
    })),
    ApproximateTotalCount: found.length,
  };
}
