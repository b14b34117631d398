import type { ServiceDouble, WireRequest, WireResponse } from '@atlas-engine/aws-wire';
import type { Counter } from './tally.ts';

/** Reads more from a call than that it was made. */
type Reader = (call: {
  readonly operation: string;
  readonly request: WireRequest;
  readonly response: WireResponse;
  readonly counter: Counter;
}) => void;

/** Characters of a token of English text, on average. */
const charactersPerToken = 4;

const readers: Readonly<Record<string, Reader>> = {
  dynamodb: ({ operation, request, counter }) => {
    const items = partsOf(request.body);
    if (operation.startsWith('Transact')) counter.add(`dynamodb items of ${operation}`, items);
  },
  bedrock: ({ request, response, counter }) => {
    counter.add('tokens in', request.body.length / charactersPerToken);
    counter.add('tokens out', outputLength(response) / charactersPerToken);
  },
};

/** Counts every call of the functions and tools to the services. */
export function watchServices({ services }: { readonly services: object }, counter: Counter): void {
  for (const part of Object.values<unknown>(services as Record<string, unknown>)) {
    if (isPart(part)) watch(part.service, counter);
  }
}

const isPart = (part: unknown): part is { readonly service: ServiceDouble } =>
  typeof part === 'object' && part !== null && 'service' in part;

function watch(double: ServiceDouble, counter: Counter): void {
  const handle = double.handle.bind(double);
  double.handle = async (request) => {
    const operation = double.operationOf(request);
    const response = await handle(request);
    counter.add(`${double.service}:${operation}`);
    readers[double.service]?.({ operation, request, response, counter });
    return response;
  };
}

const partsOf = (body: Buffer): number => {
  const { TransactItems } = JSON.parse(body.toString()) as { TransactItems?: readonly unknown[] };
  return TransactItems?.length ?? 0;
};

const outputLength = ({ body }: WireResponse): number => {
  const { output } = JSON.parse(Buffer.from(body ?? '{}').toString()) as { output?: unknown };
  return JSON.stringify(output ?? '').length;
};
