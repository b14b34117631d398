const loopback = /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

/** Whether tokens may be sent to this address: https, or plain http on this machine; no path, no user, no query. */
export function isSafeOrigin(address: string): boolean {
  const url = URL.parse(address);
  if (url === null || `${url.origin}/` !== url.href) return false;
  return url.protocol === 'https:' || (url.protocol === 'http:' && loopback.test(url.hostname));
}
