import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { WireRequest, WireResponse } from '@atlas-engine/aws-wire';

/** Types that CloudFront compresses, of those that pages are made of. Source: "Serve compressed files", its list. */
const compressible =
  /^(application\/(javascript|json|manifest\+json|wasm|xml|xhtml\+xml|rss\+xml|vnd\.ms-fontobject|x-javascript|graphql)|font\/(opentype|otf|ttf|eot)|image\/svg\+xml|text\/[\w.+-]+)\s*(;|$)/i;
const smallest = 1000;
const largest = 10_000_000;

const compress = {
  br: (body: Uint8Array) => brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
  gzip: (body: Uint8Array) => gzipSync(body),
} as const;

/** The encoding that a viewer takes, Brotli before gzip. */
const encodingFor = ({ headers }: WireRequest): keyof typeof compress | undefined => {
  const accepted = (headers['accept-encoding'] ?? '')
    .split(',')
    .map((part) => part.trim().split(/\s*;\s*q=/))
    .filter(([, quality = '1']) => Number(quality) > 0)
    .map(([name = '']) => name.toLowerCase());
  return (['br', 'gzip'] as const).find((name) => accepted.includes(name) || accepted.includes('*'));
};

const isWorthIt = ({ status, headers = {} }: WireResponse, body: Uint8Array): boolean =>
  [200, 403, 404].includes(status) &&
  headers['content-encoding'] === undefined &&
  compressible.test(headers['content-type'] ?? '') &&
  body.length >= smallest &&
  body.length <= largest;

/** Compresses an answer for a viewer who takes it; its entity tag becomes a weak one. */
export function compressed(request: WireRequest, response: WireResponse): WireResponse {
  const body = Buffer.from(response.body ?? '');
  if (!isWorthIt(response, body)) return response;
  const encoding = encodingFor(request);
  const headers = { ...response.headers, vary: 'Accept-Encoding' };
  if (encoding === undefined) return { ...response, headers };
  const { etag } = response.headers ?? {};
  const squeezed = compress[encoding](body);
  return {
    ...response,
    headers: {
      ...headers,
      'content-encoding': encoding,
      'content-length': String(squeezed.length),
      ...(etag !== undefined && { etag: etag.startsWith('W/') ? etag : `W/${etag}` }),
    },
    body: squeezed,
  };
}
