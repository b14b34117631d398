/** Whether a page of `origin` may show the chat: by name, by `*` for any, by `https://*.example.com`, or the chat's own. */
export function isAllowedParent(origin: string, allowed: readonly string[], own: string): boolean {
  return origin === own || allowed.some((pattern) => pattern === '*' || matches(origin, pattern));
}

/** A `*` within a pattern stands for one or more labels of a host name, never for a scheme or a port. */
function matches(origin: string, pattern: string): boolean {
  const [start = '', ...rest] = pattern.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\/]/g, '\\$&'));
  return new RegExp(`^${[start, ...rest].join('[a-z0-9.-]+')}$`, 'i').test(origin);
}
