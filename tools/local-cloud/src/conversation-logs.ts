import type { LexOptions } from '@atlas-engine/lex-double';
import type { CloudWatchLogs } from '@atlas-engine/storage-doubles';
import type { ServiceAccess } from './permissions/service-access.ts';

/** How Lex writes conversations down: as the bot's role, into a log group that is there; else nothing is written. */
export const conversationLogs =
  (
    logs: Pick<CloudWatchLogs, 'append' | 'hasGroup'>,
    access: Pick<ServiceAccess, 'may'>,
  ): NonNullable<LexOptions['log']> =>
  ({ roleArn, logGroupArn, stream, line }) => {
    const actor = { roleArn, session: 'lex' };
    const streamArn = `${logGroupArn}:log-stream:${stream}`;
    const group = logGroupArn.split(':log-group:')[1] ?? '';
    const mayWrite = ['logs:CreateLogStream', 'logs:PutLogEvents'].every((action) =>
      access.may(actor, action, streamArn),
    );
    if (mayWrite && logs.hasGroup(group)) logs.append(group, stream, line);
  };
