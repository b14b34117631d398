import {
  type ConnectClient,
  type Contact,
  DescribeContactCommand,
  DescribeUserCommand,
  GetContactAttributesCommand,
  SearchUsersCommand,
  type UserIdentityInfo,
} from '@aws-sdk/client-connect';
import type { AgentIdentity } from '@atlas-engine/interaction-store';
import { ContactCentreError } from './contact-centre-error.ts';
import type { ContactCentre, KnownContact } from './contact-centre.ts';
import { createReadFigures } from './connect-figures.ts';

export interface ConnectContactCentreOptions {
  readonly client: Pick<ConnectClient, 'send'>;
  readonly instanceId: string;
  readonly instanceArn: string;
}

/** Undefined for what Amazon Connect does not have. @throws ContactCentreError */
async function reading<Answer>(operation: string, call: () => Promise<Answer>): Promise<Answer | undefined> {
  try {
    return await call();
  } catch (error) {
    if (error instanceof Error && error.name === 'ResourceNotFoundException') return undefined;
    throw new ContactCentreError(operation, error);
  }
}

const contactOf = (contactId: string, contact: Contact): KnownContact => ({
  channel: contact.Channel ?? 'VOICE',
  agentId: contact.AgentInfo?.Id,
  initialContactId: contact.InitialContactId ?? contactId,
  customerNumber:
    contact.CustomerEndpoint?.Type === 'TELEPHONE_NUMBER' ? contact.CustomerEndpoint.Address : undefined,
});

interface User {
  readonly Id?: string | undefined;
  readonly Username?: string | undefined;
  readonly IdentityInfo?: Pick<UserIdentityInfo, 'FirstName' | 'LastName'> | undefined;
}

function agentOf(user: User | undefined): AgentIdentity | undefined {
  if (user?.Id === undefined || user.Username === undefined) return undefined;
  const { FirstName, LastName } = user.IdentityInfo ?? {};
  const name = [FirstName, LastName].filter((part) => part !== undefined && part !== '').join(' ');
  return { id: user.Id, userName: user.Username, name: name === '' ? user.Username : name };
}

/** Amazon Connect. */
export function connectContactCentre(options: ConnectContactCentreOptions): ContactCentre {
  const { client, instanceId: InstanceId } = options;
  return {
    describeContact: async (ContactId) => {
      const command = new DescribeContactCommand({ InstanceId, ContactId });
      const answer = await reading('DescribeContact', () => client.send(command));
      return answer?.Contact === undefined ? undefined : contactOf(ContactId, answer.Contact);
    },

    attributesOf: async (InitialContactId) => {
      const command = new GetContactAttributesCommand({ InstanceId, InitialContactId });
      const answer = await reading('GetContactAttributes', () => client.send(command));
      return answer?.Attributes ?? {};
    },

    describeAgent: async (UserId) => {
      const command = new DescribeUserCommand({ InstanceId, UserId });
      return agentOf((await reading('DescribeUser', () => client.send(command)))?.User);
    },

    findAgent: async (userName) => {
      const command = new SearchUsersCommand({
        InstanceId,
        MaxResults: 1,
        SearchCriteria: {
          StringCondition: { FieldName: 'Username', Value: userName, ComparisonType: 'EXACT' },
        },
      });
      return agentOf((await reading('SearchUsers', () => client.send(command)))?.Users?.[0]);
    },

    figuresOf: createReadFigures(options, reading),
  };
}
