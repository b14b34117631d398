import { AwsError } from '@atlas-engine/aws-wire';
import {
  deterministicUuid,
  type Collection,
  type SimulationClock,
  type StateStore,
} from '@atlas-engine/simulation';
import type { ConnectResources } from '../resources.ts';
import type { ChatAttachment } from './chat.ts';
import { accessDenied, type Present } from './participant-tokens.ts';

/** Where attachments are kept. */
export interface AttachmentStorage {
  put(object: { bucket: string; key: string; body: Buffer; contentType: string }): Promise<void>;
  get(bucket: string, key: string): Promise<Buffer | undefined>;
}

/** An attachment on its way: announced, uploaded, part of a chat. */
interface Kept extends ChatAttachment {
  readonly contactId: string;
  readonly participantId: string;
  readonly status: 'ANNOUNCED' | 'UPLOADED' | 'APPROVED';
  readonly bucket: string;
  readonly key: string;
}

/** Attachments that a chat may have. Source: Amazon Connect service quotas. */
const mostPerChat = 35;
/** Seconds for which an address can be used. */
const addressHolds = 900;

/** Attachments of chats: announced, put at an address that holds for a while, then part of the chat. Paths are of this service. */
export interface Attachments {
  announce(
    by: Present,
    wanted: Omit<ChatAttachment, 'id'>,
  ): { readonly attachment: ChatAttachment; readonly path: string };
  complete(by: Present, id: string): Promise<ChatAttachment>;
  address(
    by: Present,
    id: string,
    seconds: number,
  ): { readonly path: string; readonly expiresAt: number; readonly size: number };
  upload(key: string, body: Buffer): Promise<void>;
  download(key: string): Promise<{ readonly body: Buffer; readonly contentType: string }>;
}

export interface AttachmentsOptions {
  readonly clock: Pick<SimulationClock, 'now'>;
  readonly store: StateStore;
  readonly resources: Pick<ConnectResources, 'instance'>;
  readonly storage: AttachmentStorage;
  /** Makes a secret for an address. */
  readonly newSecret: () => string;
}

interface Address {
  readonly attachmentId: string;
  readonly action: 'PUT' | 'GET';
  readonly expiresAt: number;
}

const notFound = (): AwsError =>
  new AwsError('ResourceNotFoundException', 'There is no such attachment', { status: 404 });

export function createAttachments(options: AttachmentsOptions): Attachments {
  const { clock, store, storage } = options;
  const kept: Collection<Kept> = store.collection('connect/attachments');
  const addresses: Collection<Address> = store.collection('connect/attachment-addresses');

  const newAddress = (attachmentId: string, action: Address['action'], seconds: number) => {
    const secret = options.newSecret();
    const expiresAt = clock.now() + seconds * 1000;
    addresses.set(secret, { attachmentId, action, expiresAt });
    return { path: `/participant/content/${secret}`, expiresAt };
  };
  const of = ({ contact }: Present, id: string): Kept => {
    const found = kept.get(id);
    if (found?.contactId !== contact.id) throw notFound();
    return found;
  };
  const at = (secret: string, action: Address['action']): Kept => {
    const address = addresses.get(secret);
    const found =
      address?.action === action && address.expiresAt > clock.now()
        ? kept.get(address.attachmentId)
        : undefined;
    if (found === undefined) throw new AwsError('AccessDenied', 'Request has expired', { status: 403 });
    return found;
  };

  return {
    announce({ contact, participant }, wanted) {
      const place = options.resources.instance(contact.instanceId).attachments;
      if (place === undefined) throw accessDenied();
      const before = [...kept.values()].filter(({ contactId }) => contactId === contact.id).length;
      if (before >= mostPerChat)
        throw new AwsError('ServiceQuotaExceededException', `A chat has at most ${mostPerChat} attachments`, {
          status: 402,
        });
      const id = deterministicUuid('attachment', contact.id, String(before));
      const key = `${place.prefix}/Attachments/${contact.id}/${id}`;
      const from = { contactId: contact.id, participantId: participant.id, bucket: place.bucket, key };
      kept.set(id, { ...wanted, ...from, id, status: 'ANNOUNCED' });
      return { attachment: { ...wanted, id }, path: newAddress(id, 'PUT', addressHolds).path };
    },
    complete(by, id) {
      const found = of(by, id);
      if (found.participantId !== by.participant.id) throw accessDenied();
      if (found.status === 'ANNOUNCED')
        throw new AwsError('ConflictException', 'An attachment has to be uploaded first', { status: 409 });
      kept.set(id, { ...found, status: 'APPROVED' });
      const { name, contentType, size } = found;
      return Promise.resolve({ id, name, contentType, size });
    },
    address(by, id, seconds) {
      const found = of(by, id);
      if (found.status !== 'APPROVED') throw notFound();
      return { ...newAddress(id, 'GET', seconds), size: found.size };
    },
    async upload(secret, body) {
      const found = at(secret, 'PUT');
      if (body.length !== found.size)
        throw new AwsError('InvalidRequest', 'The size is not the one that was announced', { status: 400 });
      const { bucket, key, contentType } = found;
      await storage.put({ bucket, key, body, contentType });
      kept.set(found.id, { ...found, status: 'UPLOADED' });
    },
    async download(secret) {
      const { bucket, key, contentType } = at(secret, 'GET');
      const body = await storage.get(bucket, key);
      if (body === undefined) throw notFound();
      return { body, contentType };
    },
  };
}
