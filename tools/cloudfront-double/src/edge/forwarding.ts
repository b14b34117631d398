import type { WireRequest, WireResponse } from '@atlas-engine/aws-wire';
import { allViewerExceptHost } from '../distribution/managed-policies.ts';
import type { CacheBehaviour } from '../distribution/distribution-config.ts';

/** Headers that end with each connection. */
const hopByHop = /^(connection|keep-alive|proxy-.*|te|trailer|transfer-encoding|upgrade)$/;
/** What S3 tells its direct callers only. */
const ofTheOrigin = /^(x-amz-request-id|x-amz-id-2)$/;

const pick = (
  headers: Readonly<Record<string, string>>,
  keep: (name: string) => boolean,
): Record<string, string> => Object.fromEntries(Object.entries(headers).filter(([name]) => keep(name)));

export const addressOf = ({ remoteAddress = '127.0.0.1' }: WireRequest): string => remoteAddress;

/** What an origin hears of a viewer's request: all but the host, or the path alone. */
export function originRequest(
  request: WireRequest,
  { domain, behaviour }: { readonly domain: string; readonly behaviour: CacheBehaviour },
): WireRequest {
  const { method, path, query, rawQuery, headers, body, remoteAddress } = request;
  const forwardedFor = [headers['x-forwarded-for'], addressOf(request)].filter((one) => one !== undefined);
  const own = {
    host: domain,
    via: '1.1 local.cloudfront.net (CloudFront)',
    'x-forwarded-for': forwardedFor.join(', '),
  };
  const place = { method, path, body, ...(remoteAddress !== undefined && { remoteAddress }) };
  if (behaviour.OriginRequestPolicyId === allViewerExceptHost) {
    const kept = pick(headers, (name) => name !== 'host' && !hopByHop.test(name));
    return { ...place, query, ...(rawQuery !== undefined && { rawQuery }), headers: { ...kept, ...own } };
  }
  const kept = pick(headers, (name) => name === 'range' || /^content-(type|length)$/.test(name));
  return {
    ...place,
    query: new URLSearchParams(),
    headers: { ...kept, 'user-agent': 'Amazon CloudFront', ...own },
  };
}

/** What of an origin's answer goes on to viewers. */
export const originAnswer = (response: WireResponse): WireResponse => ({
  ...response,
  headers: pick(response.headers ?? {}, (name) => !hopByHop.test(name) && !ofTheOrigin.test(name)),
});
