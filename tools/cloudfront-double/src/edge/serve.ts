import { randomBytes } from 'node:crypto';
import type { WireRequest, WireResponse } from '@atlas-engine/aws-wire';
import type { Distribution } from '../distribution/distribution.ts';
import type { AddedHeader } from '../distribution/response-headers-policy.ts';
import type { RateRule } from '../waf/web-acl.ts';
import { compressed } from './compression.ts';
import { conditional } from './conditional.ts';
import { cachePolicyOf, type Content, type Fetching } from './fetch-content.ts';
import { addressOf } from './forwarding.ts';
import { blocked, disabled, methodNotAllowed } from './own-answers.ts';
import { behaviourOf } from './path-pattern.ts';

export interface ServeOptions {
  readonly fetchContent: (fetching: Fetching) => Promise<Content>;
  /** The headers that a response headers policy adds. */
  readonly headersOf: (policyId: string) => readonly AddedHeader[];
  /** The rule that a viewer is above the limit of. */
  readonly exceeded: (aclArn: string, address: string) => RateRule | undefined;
}

const withPolicy = (response: WireResponse, added: readonly AddedHeader[]): WireResponse => {
  const headers: Record<string, string> = { ...response.headers };
  for (const { name, value, override } of added) if (override || !(name in headers)) headers[name] = value;
  return { ...response, headers };
};

const withTrace = ({ response, cache, age }: Content): WireResponse => ({
  ...response,
  headers: {
    ...response.headers,
    'x-cache': `${cache} from cloudfront`,
    via: '1.1 local.cloudfront.net (CloudFront)',
    'x-amz-cf-pop': 'LCL50-P1',
    'x-amz-cf-id': randomBytes(40).toString('base64'),
    ...(age !== undefined && { age: String(age) }),
  },
});

const withoutBody = (response: WireResponse): WireResponse => {
  const length = Buffer.byteLength(Buffer.from(response.body ?? ''));
  const { 'content-length': announced = String(length), ...headers } = response.headers ?? {};
  return { ...response, headers: { ...headers, 'content-length': announced }, body: '' };
};

/** What is answered without an origin. */
function refusalOf(distribution: Distribution, request: WireRequest, exceeded: ServeOptions['exceeded']) {
  const { Enabled, WebACLId } = distribution.config;
  if (!Enabled) return disabled();
  const rule = WebACLId === undefined ? undefined : exceeded(WebACLId, addressOf(request));
  if (rule !== undefined) return blocked(rule.status);
  const { AllowedMethods } = behaviourOf(distribution.config, request.path);
  return AllowedMethods.includes(request.method) ? undefined : methodNotAllowed();
}

/** Answers the requests of viewers. */
export function createServe({ fetchContent, headersOf, exceeded }: ServeOptions) {
  const fetchPage = async (distribution: Distribution, request: WireRequest): Promise<Content> => {
    const behaviour = behaviourOf(distribution.config, request.path);
    const content = await fetchContent({ distribution, behaviour, request });
    const { status } = content.response;
    const own = distribution.config.CustomErrorResponses.find(({ ErrorCode }) => ErrorCode === status);
    const { ResponsePagePath: path, ResponseCode: code = status } = own ?? {};
    if (path === undefined) return content;
    const page = { ...request, method: 'GET', path, headers: {} };
    const found = await fetchContent({
      distribution,
      behaviour: behaviourOf(distribution.config, path),
      request: page,
    });
    return found.response.status === 200
      ? { ...found, response: { ...found.response, status: code } }
      : content;
  };

  return async (distribution: Distribution, request: WireRequest): Promise<WireResponse> => {
    const refused = refusalOf(distribution, request, exceeded);
    if (refused !== undefined) return withTrace({ response: refused, cache: 'Error' });
    const { DefaultRootObject: root } = distribution.config;
    const asked = request.path === '/' && root !== '' ? { ...request, path: `/${root}` } : request;
    const behaviour = behaviourOf(distribution.config, asked.path);
    const content = await fetchPage(distribution, asked);
    const mayCompress = behaviour.Compress && cachePolicyOf(behaviour).compresses;
    const small = mayCompress ? compressed(request, content.response) : content.response;
    const policy = behaviour.ResponseHeadersPolicyId;
    const headed = withPolicy(conditional(request, small), policy === undefined ? [] : headersOf(policy));
    const answer = withTrace({ ...content, response: headed });
    return request.method === 'HEAD' ? withoutBody(answer) : answer;
  };
}
