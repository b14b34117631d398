import { conversationLogs } from './conversation-logs.ts';

const line = {
  roleArn: 'arn:aws:iam::000000000000:role/Bot',
  logGroupArn: 'arn:aws:logs:us-east-1:000000000000:log-group:/aws/lex/Bot',
  stream: 'conversations/BOT/ALIAS',
  line: '{}',
};
const streamArn = `${line.logGroupArn}:log-stream:${line.stream}`;

/** A log with some groups, and a role that may do some things. */
function write(groups: readonly string[], allowed: readonly string[]) {
  const written: string[][] = [];
  const logs = {
    hasGroup: (name: string) => groups.includes(name),
    append: (...entry: string[]) => void written.push(entry),
  };
  conversationLogs(logs, {
    may: (actor, action, resource) =>
      'roleArn' in actor &&
      actor.roleArn === line.roleArn &&
      resource === streamArn &&
      allowed.includes(action),
  })(line);
  return written;
}

describe('the logs of conversations', () => {
  const all = ['logs:CreateLogStream', 'logs:PutLogEvents'];

  it('are written as the role of the bot', () => {
    expect(write(['/aws/lex/Bot'], all)).toEqual([['/aws/lex/Bot', line.stream, '{}']]);
  });

  it.each([
    ['may make no stream', ['/aws/lex/Bot'], ['logs:PutLogEvents']],
    ['may write no line', ['/aws/lex/Bot'], ['logs:CreateLogStream']],
    ['has no log group', [], all],
  ])('are not written by a role that %s', (_what, groups, allowed) => {
    expect(write(groups, allowed)).toEqual([]);
  });
});
