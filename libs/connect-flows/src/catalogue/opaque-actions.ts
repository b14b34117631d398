import { action, type ErrorType } from './action-spec.ts';
import { flowTypesOf } from './flow-type-sets.ts';
import { undocumented } from './values.ts';

const opaque = <const E extends readonly ErrorType[]>(summary: string, requiredErrors: E) =>
  action({
    summary,
    group: 'interaction',
    parameters: undocumented(),
    flowTypes: flowTypesOf.everywhere,
    branches: [
      {
        next: 'required',
        requiredErrors,
        optionalErrors: ['NoMatchingError', 'NoMatchingCondition'],
        conditions: { operators: ['Equals'], operands: 'any' },
      },
    ],
    opaque: true,
  });

/** Actions that exist but whose parameters no public page or export describes: they are kept as they are. */
export const opaqueActions = {
  CheckVoiceId: opaque('Branches on the answer of Voice ID, which ended in May 2026.', ['NoMatchingError']),
  StartVoiceIdStream: opaque('Streams to Voice ID, which ended in May 2026.', ['NoMatchingError']),
  GetCustomerProfileObject: opaque('Reads an object of a customer profile.', [
    'NoMatchingError',
    'NoneFoundError',
  ]),
  GetCalculatedAttributesForCustomerProfile: opaque('Reads calculated attributes of a customer profile.', [
    'NoMatchingError',
    'NoneFoundError',
  ]),
  StartOutboundChatContact: opaque('Starts a chat by text message.', ['NoMatchingError']),
  StartOutboundEmailContact: opaque('Starts a contact by e-mail.', ['NoMatchingError']),
  ResumeContact: opaque('Resumes a paused task.', ['NoMatchingError']),
  LoadContactContent: opaque('Loads the content of a contact.', ['NoMatchingError']),
  CreatePersistentContactAssociation: opaque('Keeps a chat with an earlier one.', ['NoMatchingError']),
  CreateContact: opaque('Creates a contact.', []),
  RouteContactToAgent: opaque('Offers the contact to one agent.', []),
  CheckSegmentMembership: opaque('Branches on whether the customer belongs to a segment.', []),
} as const;
