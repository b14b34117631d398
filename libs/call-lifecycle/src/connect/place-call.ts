import type { ConnectClient } from '@aws-sdk/client-connect';
import { StartOutboundVoiceContactCommand } from '@aws-sdk/client-connect';
import { contactAttributesLimit, contactIdSchema } from '@atlas-engine/domain';
import { isThrottle, statusOf } from '@atlas-engine/function-kit';
import type { CallPlacement, PlaceOutcome } from '../telephony.ts';

/** From where and through which flow calls are placed. One of `sourceNumber` and `queueId`, unless the flow sets a queue. */
export interface OutboundLine {
  readonly flowId: string;
  readonly sourceNumber?: string | undefined;
  readonly queueId?: string | undefined;
  /** `CAMPAIGN` needs a quota of the account; only with it can machines be detected and the ringing be bounded. */
  readonly trafficType: 'GENERAL' | 'CAMPAIGN';
  /** 15 to 60; only with `CAMPAIGN`. */
  readonly ringTimeoutSeconds?: number | undefined;
}

interface Dialling {
  readonly client: ConnectClient;
  readonly instanceId: string;
  readonly line: OutboundLine;
}

const campaign = ({ trafficType, ringTimeoutSeconds }: OutboundLine) =>
  trafficType === 'GENERAL'
    ? {}
    : {
        TrafficType: trafficType,
        AnswerMachineDetectionConfig: { EnableAnswerMachineDetection: true, AwaitAnswerMachinePrompt: true },
        ...(ringTimeoutSeconds === undefined ? {} : { RingTimeoutInSeconds: ringTimeoutSeconds }),
      };

const bytesOf = (attributes: Readonly<Record<string, string>>): number =>
  Object.entries(attributes).reduce(
    (sum, [key, value]) => sum + Buffer.byteLength(key) + Buffer.byteLength(value),
    0,
  );

/**
 * A refusal is certain when the service answered with a 4xx. Without an answer, or with a 5xx, the call may have been
 * placed. A quota (`LimitExceededException`) counts as a throttle: later there may be room.
 */
function refusalOf(error: unknown): PlaceOutcome {
  const code = error instanceof Error ? error.name : 'unknown';
  if (isThrottle(error)) return { kind: 'THROTTLED', code };
  const status = statusOf(error) ?? 0;
  if (status < 400 || status >= 500) return { kind: 'UNKNOWN', code };
  const reason = code === 'DestinationNotAllowedException' ? 'DESTINATION_NOT_ALLOWED' : 'CALL_REJECTED';
  return { kind: 'REJECTED', reason, code };
}

/** Asks Amazon Connect for the call, once. The client must be one that does not retry. */
export async function placeCall(
  { client, instanceId, line }: Dialling,
  { callId, phone, attributes }: CallPlacement,
): Promise<PlaceOutcome> {
  if (bytesOf(attributes) > contactAttributesLimit) {
    return { kind: 'REJECTED', reason: 'CALL_REJECTED', code: 'ATTRIBUTES_TOO_LARGE' };
  }
  const command = new StartOutboundVoiceContactCommand({
    InstanceId: instanceId,
    ContactFlowId: line.flowId,
    DestinationPhoneNumber: phone,
    SourcePhoneNumber: line.sourceNumber,
    QueueId: line.queueId,
    ClientToken: callId,
    Attributes: attributes,
    ...campaign(line),
  });
  try {
    const { ContactId } = await client.send(command);
    const contactId = contactIdSchema.safeParse(ContactId);
    return contactId.success
      ? { kind: 'PLACED', contactId: contactId.data }
      : { kind: 'UNKNOWN', code: 'NO_CONTACT_ID' };
  } catch (error) {
    return refusalOf(error);
  }
}
