import type { ServiceDouble } from '@atlas-engine/aws-wire';

/** Calls a JSON service as the SDK would, without the network. @throws AwsError as the service does */
export async function callJson(
  { service }: { readonly service: ServiceDouble },
  target: string,
  input: unknown,
): Promise<unknown> {
  const body = Buffer.from(JSON.stringify(input));
  const headers = { 'x-amz-target': target, 'content-type': 'application/x-amz-json-1.0' };
  const response = await service.handle({
    method: 'POST',
    path: '/',
    query: new URLSearchParams(),
    headers,
    body,
  });
  return JSON.parse(String(response.body ?? '{}')) as unknown;
}
