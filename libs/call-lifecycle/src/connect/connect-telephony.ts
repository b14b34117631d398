import type { ConnectClientConfig, SearchableContactAttributes } from '@aws-sdk/client-connect';
import {
  ConnectClient,
  DescribeContactCommand,
  GetContactAttributesCommand,
  SearchContactsCommand,
} from '@aws-sdk/client-connect';
import type { ContactId, Instant } from '@atlas-engine/domain';
import { serviceFailure } from '../service-failure.ts';
import type { Telephony } from '../telephony.ts';
import { contactFactsOf } from './contact-facts.ts';
import type { OutboundLine } from './place-call.ts';
import { placeCall } from './place-call.ts';
import { takingTurns } from './taking-turns.ts';

export interface ConnectTelephonyOptions {
  /** Region, endpoint and time budget; `awsClientOptions()` gives them. */
  readonly client: ConnectClientConfig;
  readonly instanceId: string;
  /** From where and through which flow calls are placed; without it nothing can be placed. */
  readonly line?: OutboundLine;
}

interface Span {
  readonly from: Instant;
  readonly to: Instant;
}

/** SearchContacts allows one call in two seconds for the whole account; a little more is left to others. */
const searchInterval = 2200;

async function reading<Answer>(
  operation: string,
  call: () => Promise<Answer>,
): Promise<Answer | 'NOT_FOUND'> {
  try {
    return await call();
  } catch (error) {
    if (error instanceof Error && error.name === 'ResourceNotFoundException') return 'NOT_FOUND';
    throw serviceFailure(operation, error);
  }
}

/** Amazon Connect. Reading is retried by the SDK, placing a call never. */
export function connectTelephony({ client: config, instanceId, line }: ConnectTelephonyOptions): Telephony {
  const reader = new ConnectClient(config);
  const dialler = new ConnectClient({ ...config, maxAttempts: 1 });
  const InstanceId = instanceId;
  const turn = takingTurns(searchInterval);
  const search = async (span: Span, SearchableContactAttributes?: SearchableContactAttributes) => {
    await turn();
    const command = new SearchContactsCommand({
      InstanceId,
      TimeRange: {
        Type: 'INITIATION_TIMESTAMP',
        StartTime: new Date(span.from),
        EndTime: new Date(span.to),
      },
      SearchCriteria: {
        Channels: ['VOICE'],
        InitiationMethods: ['API'],
        ...(SearchableContactAttributes && { SearchableContactAttributes }),
      },
      MaxResults: 100,
    });
    const answer = await reading('SearchContacts', () => reader.send(command));
    if (answer === 'NOT_FOUND') return { contacts: [], more: false };
    const contacts = (answer.Contacts ?? []).flatMap(({ Id }) => (Id === undefined ? [] : [Id as ContactId]));
    return { contacts, more: answer.NextToken !== undefined };
  };

  return {
    place: (placement) =>
      line === undefined
        ? Promise.resolve({ kind: 'REJECTED', reason: 'CALL_REJECTED', code: 'NO_OUTBOUND_LINE' })
        : placeCall({ client: dialler, instanceId, line }, placement),

    describe: async (ContactId) => {
      const answer = await reading('DescribeContact', () =>
        reader.send(new DescribeContactCommand({ InstanceId, ContactId })),
      );
      return answer === 'NOT_FOUND' ? answer : contactFactsOf(answer.Contact ?? {});
    },

    attributes: async (InitialContactId) => {
      const answer = await reading('GetContactAttributes', () =>
        reader.send(new GetContactAttributesCommand({ InstanceId, InitialContactId })),
      );
      return answer === 'NOT_FOUND' ? {} : (answer.Attributes ?? {});
    },

    search: async ({ callId, ...span }) => {
      const { contacts } = await search(span, {
        Criteria: [{ Key: 'callId', Values: [callId] }],
        MatchType: 'MATCH_ALL',
      });
      return contacts[0];
    },

    placedBetween: async (span) => {
      const { contacts, more } = await search(span);
      return more ? 'TOO_MANY' : contacts;
    },
  };
}
