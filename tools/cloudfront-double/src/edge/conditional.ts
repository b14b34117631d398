import type { WireRequest, WireResponse } from '@atlas-engine/aws-wire';

const plain = (tag: string): string => tag.trim().replace(/^W\//, '');

const isUnchanged = (asked: WireRequest['headers'], has: Readonly<Record<string, string>>): boolean => {
  const tags = asked['if-none-match'];
  if (tags !== undefined) {
    const { etag } = has;
    return etag !== undefined && (tags.trim() === '*' || tags.split(',').map(plain).includes(plain(etag)));
  }
  const since = Date.parse(asked['if-modified-since'] ?? '');
  const changed = Date.parse(has['last-modified'] ?? '');
  return changed <= since;
};

/** Answers 304 where the viewer has what it asks for. */
export function conditional(request: WireRequest, response: WireResponse): WireResponse {
  const { status, headers = {} } = response;
  const isRead = request.method === 'GET' || request.method === 'HEAD';
  if (status !== 200 || !isRead || !isUnchanged(request.headers, headers)) return response;
  const kept = Object.entries(headers).filter(([name]) => !/^content-(length|type|encoding)$/.test(name));
  return { status: 304, headers: Object.fromEntries(kept) };
}
