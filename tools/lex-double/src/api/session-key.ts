import { AwsError, type RestCall } from '@atlas-engine/aws-wire';
import type { SessionKey } from '../dialog/sessions.ts';

/** The conversation that a request's path names. @throws AwsError ValidationException */
export function sessionKeyOf({ params }: RestCall): SessionKey {
  const { botId = '', botAliasId = '', localeId = '', sessionId = '' } = params;
  if (!/^[0-9a-zA-Z._:-]{2,100}$/.test(sessionId))
    throw new AwsError(
      'ValidationException',
      'sessionId: must be 2 to 100 letters, digits, ".", "_", ":" or "-"',
    );
  return { botId, botAliasId, localeId, sessionId };
}
