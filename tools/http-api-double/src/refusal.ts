import type { WireResponse } from '@atlas-engine/aws-wire';

/** An answer of API Gateway itself, as HTTP APIs give it. */
const refusal =
  (status: number, message: string) =>
  (headers: Readonly<Record<string, string>> = {}): WireResponse => ({
    status,
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ message }),
  });

export const notFound = refusal(404, 'Not Found');
export const unauthorized = refusal(401, 'Unauthorized');
export const forbidden = refusal(403, 'Forbidden');
export const tooLarge = refusal(413, 'Request Entity Too Large');
export const tooManyRequests = refusal(429, 'Too Many Requests');
export const internalServerError = refusal(500, 'Internal Server Error');
export const serviceUnavailable = refusal(503, 'Service Unavailable');
