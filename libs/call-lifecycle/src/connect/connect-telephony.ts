import type { ConnectClientConfig } from '@aws-sdk/client-connect';
import {
  ConnectClient,
  DescribeContactCommand,
  GetContactAttributesCommand,
  SearchContactsCommand,
} from '@aws-sdk/client-connect';
import type { ContactId } from '@atlas-engine/domain';
import { serviceFailure } from '../service-failure.ts';
import type { Telephony } from '../telephony.ts';
import { contactFactsOf } from './contact-facts.ts';
import type { OutboundLine } from './place-call.ts';
import { placeCall } from './place-call.ts';

export interface ConnectTelephonyOptions {
  /** Region, endpoint and time budget; `awsClientOptions()` gives them. */
  readonly client: ConnectClientConfig;
  readonly instanceId: string;
  /** From where and through which flow calls are placed; without it nothing can be placed. */
  readonly line?: OutboundLine;
}

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

    search: async ({ callId, from, to }) => {
      const answer = await reading('SearchContacts', () =>
        reader.send(
          new SearchContactsCommand({
            InstanceId,
            TimeRange: { Type: 'INITIATION_TIMESTAMP', StartTime: new Date(from), EndTime: new Date(to) },
            SearchCriteria: {
              Channels: ['VOICE'],
              InitiationMethods: ['API'],
              SearchableContactAttributes: {
                Criteria: [{ Key: 'callId', Values: [callId] }],
                MatchType: 'MATCH_ALL',
              },
            },
            MaxResults: 1,
          }),
        ),
      );
      return answer === 'NOT_FOUND' ? undefined : (answer.Contacts?.[0]?.Id as ContactId | undefined);
    },
  };
}
