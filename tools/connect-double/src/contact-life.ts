import type { Collection, SimulationClock } from '@atlas-engine/simulation';
import { contactEventOf, instanceArn, type ContactEvent } from './contact-events.ts';
import type { ContactState, ContactStep } from './contact.ts';
import { recordingKey, recordingOf } from './recording.ts';
import type { ConnectResources } from './resources.ts';

export interface ContactLifeOptions {
  readonly clock: SimulationClock;
  readonly contacts: Collection<ContactState>;
  readonly resources: ConnectResources;
  readonly region: string;
  readonly accountId: string;
  /** Best effort: the bus may lose, repeat or delay it. */
  emit(event: ContactEvent): Promise<void>;
  putRecording(object: { bucket: string; key: string; body: Buffer }): Promise<void>;
}

/** Carries contacts through their plans, also those that a former process left under way. */
export interface ContactLife {
  begin(contact: ContactState): void;
  /** Ends an active contact at once, as `StopContact` does. */
  stop(contact: ContactState): void;
}

export function createContactLife(options: ContactLifeOptions): ContactLife {
  const { clock, contacts } = options;

  const arm = (contact: ContactState): void => {
    const step = contact.steps[contact.next];
    if (step === undefined) return;
    clock.schedule(step.at, () => run(contact.id, contact.next));
  };

  const run = async (id: string, index: number): Promise<void> => {
    const contact = contacts.get(id);
    const step = contact?.steps[index];
    if (contact === undefined || step === undefined || contact.next !== index) return;
    const advanced = advance(contact, step, options);
    contacts.set(id, advanced);
    arm(advanced);
    await effectOf(advanced, step, options);
  };

  for (const contact of contacts.values()) arm(contact);

  return {
    begin(contact) {
      contacts.set(contact.id, contact);
      arm(contact);
    },
    stop(contact) {
      const now = clock.now();
      const done = contact.steps.slice(0, contact.next);
      const stopped: ContactState = {
        ...contact,
        steps: [
          ...done,
          { kind: 'DISCONNECTED', at: now, reason: 'OTHER' },
          { kind: 'COMPLETED', at: now + 10 },
        ],
      };
      contacts.set(contact.id, stopped);
      arm(stopped);
    },
  };
}

function advance(contact: ContactState, step: ContactStep, { resources }: ContactLifeOptions): ContactState {
  const next = { ...contact, next: contact.next + 1, updatedAt: step.at };
  switch (step.kind) {
    case 'CONNECTED_TO_SYSTEM':
      return { ...next, connectedAt: step.at };
    case 'DISCONNECTED':
      return { ...next, disconnectedAt: step.at, disconnectReason: step.reason };
    case 'RECORDING': {
      const place = resources.instance(contact.instanceId).recordings;
      return place === undefined
        ? next
        : { ...next, recordingLocation: `${place.bucket}/${recordingKey(place.prefix, contact)}` };
    }
    case 'INITIATED':
    case 'COMPLETED':
      return next;
  }
}

async function effectOf(
  contact: ContactState,
  step: ContactStep,
  options: ContactLifeOptions,
): Promise<void> {
  if (step.kind === 'RECORDING') {
    const place = options.resources.instance(contact.instanceId).recordings;
    if (place === undefined) return;
    const body = recordingOf(contact.lines);
    await options.putRecording({ bucket: place.bucket, key: recordingKey(place.prefix, contact), body });
    return;
  }
  const arn = instanceArn(options.region, options.accountId, contact.instanceId);
  await options.emit(contactEventOf(contact, { eventType: step.kind, at: step.at, instanceArn: arn }));
}
