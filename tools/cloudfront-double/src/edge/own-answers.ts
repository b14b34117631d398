import type { WireResponse } from '@atlas-engine/aws-wire';

/** A refusal by CloudFront itself, in its form. */
export const refusal = (status: number, reason: string): WireResponse => ({
  status,
  headers: { server: 'CloudFront', 'content-type': 'text/html' },
  body: `<!DOCTYPE html><html lang="en"><head><title>ERROR: The request could not be satisfied</title></head><body><h1>${status} ERROR</h1><h2>The request could not be satisfied.</h2><p>${reason}</p></body></html>\n`,
});

export const methodNotAllowed = (): WireResponse =>
  refusal(
    403,
    'This distribution is not configured to allow the HTTP request method that was used for this request. The distribution supports only cachable requests.',
  );

export const blocked = (status: number): WireResponse => refusal(status, 'Request blocked.');

export const originFailed = (): WireResponse =>
  refusal(502, "CloudFront wasn't able to connect to the origin.");

export const disabled = (): WireResponse => refusal(403, 'The distribution is disabled.');
