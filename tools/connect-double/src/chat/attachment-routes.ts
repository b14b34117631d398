import {
  invalidField,
  listField,
  numberField,
  optionalNumber,
  rawResponse,
  refuseUnknownFields,
  type RestCall,
  type RestRoute,
  stringField,
} from '@atlas-engine/aws-wire';
import type { Attachments } from './attachments.ts';
import type { ChatAttachment } from './chat.ts';
import type { Conversation } from './conversation.ts';
import type { Present } from './participant-tokens.ts';

/** Content types by file name. Source: Amazon Connect administrator guide, file types for attachments. */
const allowedTypes: Readonly<Record<string, readonly string[]>> = {
  csv: ['text/csv'],
  doc: ['application/msword'],
  docx: ['application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  jpeg: ['image/jpeg'],
  jpg: ['image/jpeg'],
  pdf: ['application/pdf'],
  png: ['image/png'],
  ppt: ['application/vnd.ms-powerpoint'],
  pptx: ['application/vnd.openxmlformats-officedocument.presentationml.presentation'],
  txt: ['text/plain'],
  wav: ['audio/wav', 'audio/x-wav', 'audio/vnd.wave'],
  xls: ['application/vnd.ms-excel'],
  xlsx: ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
};
/** Bytes of one attachment. Source: Amazon Connect service quotas. */
const largest = 20 * 1024 * 1024;

interface RouteParts {
  readonly attachments: Attachments;
  readonly conversation: Conversation;
  readonly present: (call: RestCall) => Present;
  readonly post: (path: string, operation: string, handle: (call: RestCall) => unknown) => RestRoute;
}

/** Where the caller reached the service: the policy of a page lets it go there, and perhaps nowhere else. */
const originOf = ({ request }: RestCall): string => `http://${request.headers['host'] ?? 'localhost'}`;

/** The operations of the participant service about attachments, and the addresses that it gives. */
export const attachmentRoutes = ({
  attachments,
  conversation,
  present,
  post,
}: RouteParts): readonly RestRoute[] => [
  post('start-attachment-upload', 'StartAttachmentUpload', (call) => {
    const by = present(call);
    const { attachment, path } = attachments.announce(by, readAnnouncement(call.input));
    return {
      AttachmentId: attachment.id,
      UploadMetadata: {
        Url: `${originOf(call)}${path}`,
        HeadersToInclude: { 'Content-Type': attachment.contentType },
      },
    };
  }),
  post('complete-attachment-upload', 'CompleteAttachmentUpload', async (call) => {
    const by = present(call);
    refuseUnknownFields(call.input, ['AttachmentIds', 'ClientToken']);
    const [id, ...more] = listField(call.input, 'AttachmentIds');
    if (typeof id !== 'string' || more.length > 0) throw invalidField('AttachmentIds', 'must hold one id');
    const attachment = await attachments.complete(by, id);
    const entry = {
      type: 'ATTACHMENT',
      contentType: attachment.contentType,
      attachments: [attachment],
    } as const;
    await conversation.add(by, entry, `attachment/${id}`);
    return {};
  }),
  post('attachment', 'GetAttachment', (call) => {
    refuseUnknownFields(call.input, ['AttachmentId', 'UrlExpiryInSeconds']);
    const seconds = optionalNumber(call.input, 'UrlExpiryInSeconds') ?? 300;
    if (seconds < 5 || seconds > 300) throw invalidField('UrlExpiryInSeconds', 'must be 5 to 300');
    const { path, expiresAt, size } = attachments.address(
      present(call),
      stringField(call.input, 'AttachmentId'),
      seconds,
    );
    return {
      Url: `${originOf(call)}${path}`,
      UrlExpiry: new Date(expiresAt).toISOString(),
      AttachmentSizeInBytes: size,
    };
  }),
  {
    method: 'PUT',
    path: '/participant/content/{Secret}',
    operation: 'PutAttachmentContent',
    handle: async ({ params, request }) => {
      await attachments.upload(params['Secret'] ?? '', request.body);
      return rawResponse({ status: 200 });
    },
  },
  {
    method: 'GET',
    path: '/participant/content/{Secret}',
    operation: 'GetAttachmentContent',
    handle: async ({ params }) => {
      const { body, contentType } = await attachments.download(params['Secret'] ?? '');
      return rawResponse({ status: 200, headers: { 'content-type': contentType }, body });
    },
  },
];

function readAnnouncement(input: Readonly<Record<string, unknown>>): Omit<ChatAttachment, 'id'> {
  refuseUnknownFields(input, ['AttachmentName', 'AttachmentSizeInBytes', 'ContentType', 'ClientToken']);
  const { name, types } = readName(input);
  const contentType = stringField(input, 'ContentType');
  if (!types.includes(contentType))
    throw invalidField('ContentType', `must be ${types.join(' or ')} for this file`);
  const size = numberField(input, 'AttachmentSizeInBytes');
  if (!Number.isInteger(size) || size < 1 || size > largest)
    throw invalidField('AttachmentSizeInBytes', `must be 1 to ${largest}`);
  return { name, contentType, size };
}

function readName(input: Readonly<Record<string, unknown>>) {
  const name = stringField(input, 'AttachmentName');
  if (name.length > 256) throw invalidField('AttachmentName', 'must have at most 256 characters');
  const types = allowedTypes[/\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ''];
  if (types !== undefined) return { name, types };
  throw invalidField('AttachmentName', `must end in one of ${Object.keys(allowedTypes).join(', ')}`);
}
