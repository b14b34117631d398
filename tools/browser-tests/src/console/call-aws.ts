import { BrowserError } from '../kit/browser-error.ts';
import type { System } from '../kit/system.ts';

interface AwsCall {
  readonly service: string;
  /** Of a service with targets, e.g. `AmazonSSM.GetParameter`. */
  readonly target?: string;
  readonly method?: 'POST' | 'PUT';
  readonly path?: string;
  readonly body: object;
}

/** Calls a service of the local cloud as a developer would, whose keys may do everything. */
export async function callAws({ url }: System, call: AwsCall): Promise<unknown> {
  const { service, target, method = 'POST', path = '/', body } = call;
  const answer = await fetch(url + path, {
    method,
    headers: {
      'content-type': target === undefined ? 'application/json' : 'application/x-amz-json-1.1',
      authorization: `AWS4-HMAC-SHA256 Credential=local/20261121/us-east-1/${service}/aws4_request, SignedHeaders=host, Signature=0`,
      ...(target === undefined ? {} : { 'x-amz-target': target }),
    },
    body: JSON.stringify(body),
  });
  if (!answer.ok)
    throw new BrowserError(`${target ?? path}: ${String(answer.status)} ${await answer.text()}`);
  return answer.json();
}

/** What AWS names itself: an SSM parameter of stage local, e.g. `connect/instance-id`. */
export async function parameterOf(system: System, name: string): Promise<string> {
  const answer = await callAws(system, {
    service: 'ssm',
    target: 'AmazonSSM.GetParameter',
    body: { Name: `/atlas-engine/local/${name}` },
  });
  return (answer as { readonly Parameter: { readonly Value: string } }).Parameter.Value;
}
