import { AwsError, type RestRoute } from '@atlas-engine/aws-wire';
import { instanceArn } from '../contact-events.ts';
import type { ConnectResources } from '../resources.ts';
import type { ContactState } from '../contact.ts';
import { metricData } from './metric-data.ts';
import { searchUsers } from './search-users.ts';
import type { Staff, UserSpec } from './staff.ts';

/** What is asked about users: who they are, and their figures. */
export function agentRoutes(
  { region, accountId }: { readonly region: string; readonly accountId: string },
  {
    resources,
    staff,
    contacts,
    now,
  }: {
    readonly resources: ConnectResources;
    readonly staff: Staff;
    readonly contacts: () => readonly ContactState[];
    readonly now: () => number;
  },
): readonly RestRoute[] {
  const arnOf = ({ instanceId, id }: UserSpec): string =>
    `${instanceArn(region, accountId, instanceId)}/agent/${id}`;
  return [
    {
      method: 'GET',
      path: '/users/{InstanceId}/{UserId}',
      operation: 'DescribeUser',
      handle: ({ params }) => {
        const { id: instanceId } = resources.instance(params['InstanceId'] ?? '');
        return { User: describeUser(staff.get('user', instanceId, params['UserId'] ?? ''), arnOf) };
      },
    },
    {
      method: 'POST',
      path: '/search-users',
      operation: 'SearchUsers',
      handle: ({ input }) => searchUsers(input, (id) => staff.list('user', resources.instance(id).id), arnOf),
    },
    {
      method: 'POST',
      path: '/metrics/data',
      operation: 'GetMetricDataV2',
      handle: ({ input }) => metricData(input, contacts(), now()),
    },
    {
      method: 'GET',
      path: '/users-summary/{InstanceId}',
      operation: 'ListUsers',
      handle: ({ params, request }) => {
        if (request.query.has('nextToken'))
          throw new AwsError('InvalidParameterException', 'nextToken: all users are on the first page');
        const { id: instanceId } = resources.instance(params['InstanceId'] ?? '');
        const users = staff.list('user', instanceId);
        return {
          UserSummaryList: users.map((user) => ({ Id: user.id, Arn: arnOf(user), Username: user.userName })),
        };
      },
    },
  ];
}

const describeUser = (user: UserSpec, arnOf: (user: UserSpec) => string) => ({
  Id: user.id,
  Arn: arnOf(user),
  Username: user.userName,
  IdentityInfo: { FirstName: user.firstName, LastName: user.lastName, Email: user.email },
  PhoneConfig: {
    PhoneType: 'SOFT_PHONE',
    AutoAccept: user.autoAccept ?? false,
    AfterContactWorkTimeLimit: user.afterContactWorkSeconds ?? 0,
  },
  SecurityProfileIds: user.securityProfileIds,
  RoutingProfileId: user.routingProfileId,
});
