import { isRecord, type WireRequest } from '@atlas-engine/aws-wire';

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    // The service says what is wrong with the body.
    return undefined;
  }
};

/** The members of a request: of a JSON body, or of a form, in which only top-level members are told. */
export const inputOf = ({ headers, body, query }: WireRequest): Readonly<Record<string, unknown>> => {
  const type = headers['content-type'] ?? '';
  if (type.startsWith('application/x-www-form-urlencoded'))
    return Object.fromEntries(new URLSearchParams(body.toString('utf8')));
  if (body.length === 0) return Object.fromEntries(query);
  const input = parsed(body.toString('utf8'));
  return isRecord(input) ? input : {};
};
