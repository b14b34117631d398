import { resolveText, resolveValue } from './composite-references.ts';
import { readEnvelope } from './composite-envelope.ts';
import type { Part } from './composite-envelope.ts';
import { parseDataPath } from './data-request.ts';
import type { DataAnswer, DataRequest } from './data-request.ts';
import type { Org } from './org.ts';
import { refusalBody, SalesforceRefusal } from './refusal.ts';
import { dispatch } from './resources.ts';

interface PartAnswer {
  readonly body: unknown;
  readonly httpHeaders: Readonly<Record<string, string>>;
  readonly httpStatusCode: number;
  readonly referenceId: string;
}

/** `POST /composite`: 200 whatever the parts say; with allOrNone one refusal takes everything back. */
export function composite(org: Org, request: DataRequest): DataAnswer {
  const { allOrNone, parts } = readEnvelope(request.body);
  const compositeResponse = allOrNone ? together(org, request, parts) : oneByOne(org, request, parts);
  return { status: 200, body: { compositeResponse } };
}

function oneByOne(org: Org, request: DataRequest, parts: readonly Part[]): readonly PartAnswer[] {
  const bodies = new Map<string, unknown>();
  return parts.map((part) => {
    const answer = answerPart(org, request, { part, bodies });
    if (answer.httpStatusCode < 300) bodies.set(part.referenceId, answer.body);
    return answer;
  });
}

/** Carries the failed part's answer out of the transaction that it takes down. */
class RolledBack extends Error {
  readonly failed: PartAnswer;

  constructor(failed: PartAnswer) {
    super('The transaction was rolled back since another operation in the same transaction failed.');
    this.name = 'RolledBack';
    this.failed = failed;
  }
}

function together(org: Org, request: DataRequest, parts: readonly Part[]): readonly PartAnswer[] {
  const bodies = new Map<string, unknown>();
  try {
    return org.records.atomically(() =>
      parts.map((part) => {
        const answer = answerPart(org, request, { part, bodies });
        if (answer.httpStatusCode >= 300) throw new RolledBack(answer);
        bodies.set(part.referenceId, answer.body);
        return answer;
      }),
    );
  } catch (error) {
    if (!(error instanceof RolledBack)) throw error;
    return parts.map((part) =>
      part.referenceId === error.failed.referenceId ? error.failed : halted(part, error),
    );
  }
}

const halted = ({ referenceId }: Part, { message }: RolledBack): PartAnswer =>
  refused(referenceId, new SalesforceRefusal('PROCESSING_HALTED', message));

const refused = (referenceId: string, refusal: SalesforceRefusal): PartAnswer => ({
  body: refusalBody(refusal),
  httpHeaders: {},
  httpStatusCode: refusal.status,
  referenceId,
});

interface Turn {
  readonly part: Part;
  readonly bodies: ReadonlyMap<string, unknown>;
}

function answerPart(org: Org, outer: DataRequest, { part, bodies }: Turn): PartAnswer {
  try {
    const answer = dispatch(org, partRequest(outer, part, bodies));
    return {
      body: answer.body ?? null,
      httpHeaders: answer.headers ?? {},
      httpStatusCode: answer.status,
      referenceId: part.referenceId,
    };
  } catch (error) {
    if (error instanceof SalesforceRefusal) return refused(part.referenceId, error);
    throw error;
  }
}

function partRequest(outer: DataRequest, part: Part, bodies: ReadonlyMap<string, unknown>): DataRequest {
  const [path = '', query] = resolveText(part.url, bodies).split('?', 2);
  const own = Object.entries(part.httpHeaders).map(([name, value]) => [name.toLowerCase(), value]);
  return {
    ...parseDataPath(path),
    method: part.method,
    query: new URLSearchParams(query),
    headers: { ...outer.headers, ...(Object.fromEntries(own) as Record<string, string>) },
    body: resolveValue(part.body, bodies),
  };
}
