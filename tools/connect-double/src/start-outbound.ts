import { AwsError, optionalString, refuseUnknownFields, type RestCall } from '@atlas-engine/aws-wire';
import { deterministicUuid, type Collection, type SimulationClock } from '@atlas-engine/simulation';
import { personaOf, pickupOf, type Persona } from '@atlas-engine/simulated-customers';
import { isActive, type ContactState } from './contact.ts';
import { parameterError, readAttributes } from './contact-attributes.ts';
import type { ContactLife } from './life/contact-life.ts';
import type { ConnectResources } from './resources.ts';

export interface StartOutboundOptions {
  readonly clock: SimulationClock;
  readonly contacts: Collection<ContactState>;
  readonly resources: ConnectResources;
  readonly life: ContactLife;
  readonly personas: Collection<Persona>;
  readonly maxActiveCalls: number;
}

const tokenLifetime = 7 * 24 * 3600 * 1000;
const known = [
  ...[
    'DestinationPhoneNumber',
    'ContactFlowId',
    'InstanceId',
    'ClientToken',
    'SourcePhoneNumber',
    'QueueId',
    'Attributes',
  ],
  ...['TrafficType', 'AnswerMachineDetectionConfig', 'RingTimeoutInSeconds', 'Name', 'Description'],
];

/** `StartOutboundVoiceContact`: answers when the contact is created, long before anything rings. */
export function createStartOutbound(
  options: StartOutboundOptions,
): (call: RestCall) => { ContactId: string } {
  return ({ input }) => {
    refuseUnknownFields(input, known);
    const wanted = readInput(input);
    const { outboundCalls } = options.resources.instance(wanted.instanceId);
    options.resources.flow(wanted.instanceId, wanted.flowId);
    if (!outboundCalls)
      throw new AwsError('OutboundContactNotPermittedException', 'Outbound calls are off', { status: 403 });
    if (wanted.source !== undefined) options.resources.requireNumber(wanted.instanceId, wanted.source);
    if (wanted.queueId !== undefined) options.resources.requireQueue(wanted.instanceId, wanted.queueId);
    const running = byToken(options, wanted.clientToken);
    if (running !== undefined) return { ContactId: running.id };
    requireLine(options);
    return { ContactId: place(options, wanted) };
  };
}

function readInput(input: Record<string, unknown>) {
  const required = (field: string): string => {
    const value = optionalString(input, field);
    if (value === undefined || value === '') throw parameterError(`${field} is required`);
    return value;
  };
  const destination = required('DestinationPhoneNumber');
  if (!/^\+[1-9]\d{6,14}$/.test(destination)) throw parameterError('DestinationPhoneNumber must be E.164');
  const source = optionalString(input, 'SourcePhoneNumber');
  const queueId = optionalString(input, 'QueueId');
  if (source === undefined && queueId === undefined)
    throw parameterError('SourcePhoneNumber or QueueId is required');
  return {
    destination,
    source,
    queueId,
    instanceId: required('InstanceId'),
    flowId: required('ContactFlowId'),
    clientToken: optionalString(input, 'ClientToken'),
    attributes: readAttributes(input),
    ...readTraffic(input),
  };
}

type Wanted = ReturnType<typeof readInput>;

function readTraffic(input: Record<string, unknown>) {
  const campaign = optionalString(input, 'TrafficType') === 'CAMPAIGN';
  if (!campaign && input['AnswerMachineDetectionConfig'] !== undefined) {
    throw parameterError('AnswerMachineDetectionConfig needs TrafficType CAMPAIGN');
  }
  const ring = input['RingTimeoutInSeconds'];
  if (ring !== undefined && (typeof ring !== 'number' || ring < 15 || ring > 60)) {
    throw parameterError('RingTimeoutInSeconds must be 15 to 60');
  }
  return { campaign, ringSeconds: ring };
}

/** A token protects only while its contact lives: once that has ended, the same token starts another call. */
function byToken(
  { contacts, clock }: StartOutboundOptions,
  token: string | undefined,
): ContactState | undefined {
  if (token === undefined) return undefined;
  const fresh = (contact: ContactState) => clock.now() - contact.initiatedAt < tokenLifetime;
  for (const contact of contacts.values()) {
    if (contact.clientToken === token && isActive(contact) && fresh(contact)) return contact;
  }
  return undefined;
}

function requireLine({ contacts, maxActiveCalls }: StartOutboundOptions): void {
  let active = 0;
  for (const contact of contacts.values()) active += isActive(contact) && contact.channel !== 'CHAT' ? 1 : 0;
  if (active >= maxActiveCalls) {
    throw new AwsError('LimitExceededException', 'Concurrent active calls per instance', { status: 429 });
  }
}

function place({ clock, contacts, personas, life }: StartOutboundOptions, wanted: Wanted): string {
  let nth = 1;
  for (const contact of contacts.values()) nth += contact.destination === wanted.destination ? 1 : 0;
  const id = deterministicUuid('contact', wanted.clientToken ?? wanted.destination, String(contacts.size));
  const persona = personas.get(wanted.destination) ?? personaOf(wanted.destination);
  const now = clock.now();
  life.begin({
    ...wanted,
    id,
    channel: 'VOICE',
    initiationMethod: 'API',
    persona,
    pickup: pickupOf(persona, nth),
    initiatedAt: now,
    lines: [],
    heard: 0,
    spoken: 0,
    spans: [],
    dues: [{ kind: 'initiated', at: now + 200 }],
    recordings: [],
    updatedAt: now,
  });
  return id;
}
