import type { CcpOptions } from '@atlas-engine/ccp-double';
import type { Connect } from '@atlas-engine/connect-double';

/** The port that origins in templates of stage `local` carry. */
const templatePort = /:4566$/;

/** The control panels of the instances of Connect. `url` is where the local cloud listens. */
export const panelsOf = (
  connect: Connect,
  url: () => string,
): Pick<CcpOptions, 'people' | 'instanceOf' | 'approvedOrigins' | 'onChatMessage'> => ({
  people: connect.people,
  instanceOf: (alias) => connect.instanceByAlias(alias),
  approvedOrigins: (instanceId) =>
    connect
      .approvedOrigins(instanceId)
      .map((origin) => origin.replace(templatePort, `:${new URL(url()).port}`)),
  onChatMessage: (userId, listener) =>
    connect.chats.onNews(({ contactId, message }) => {
      if (connect.people.has(userId, contactId)) listener(message);
    }),
});
