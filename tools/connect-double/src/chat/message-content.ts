const interactive = 'application/vnd.amazonaws.connect.message.interactive';

/** Content types that a chat may be started for. */
export const messageTypes = [
  ...['text/plain', 'text/markdown', 'application/json', interactive, `${interactive}.response`],
] as const;

/** Characters at most, by content type. Source: API reference of the participant service, SendMessage. */
const longest: Readonly<Record<string, number>> = {
  'text/plain': 1024,
  'text/markdown': 1024,
  'application/json': 12_000,
  [`${interactive}.response`]: 12_288,
};

const isJson = (content: string): boolean => {
  try {
    JSON.parse(content);
    return true;
  } catch {
    return false;
  }
};

export interface MessageContent {
  readonly content: string;
  readonly contentType: string;
  /** The content types that the chat was started for. */
  readonly allowed: readonly string[];
}

/** What is wrong with a message, beginning with the field; `undefined` when nothing is. */
export function contentProblem({ content, contentType, allowed }: MessageContent): string | undefined {
  const most = longest[contentType];
  if (most === undefined) return `ContentType: must be one of ${Object.keys(longest).join(', ')}`;
  if (!allowed.includes(contentType)) return `ContentType: this chat supports ${allowed.join(', ')}`;
  if (content === '' || content.length > most) return `Content: must have 1 to ${most} characters`;
  if (!contentType.startsWith('text/') && !isJson(content)) return 'Content: must be JSON';
  return undefined;
}

/** What a bot, or a simulated agent, reads in a message. */
export function readable({ content, contentType }: Omit<MessageContent, 'allowed'>): string {
  if (contentType.startsWith('text/')) return content.trim();
  const parsed = JSON.parse(content) as {
    readonly data?: { readonly content?: { readonly title?: unknown } };
  } | null;
  const title = parsed?.data?.content?.title;
  return typeof title === 'string' ? title : content;
}
