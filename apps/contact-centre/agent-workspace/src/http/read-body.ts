import { ApiProblem } from './api-problem.ts';
import type { ApiEvent } from './api-event.ts';

/** What of a schema of web-contracts is used here, whichever flavour of zod it is made of. */
interface Schema<Output> {
  readonly safeParse: (value: unknown) =>
    | { readonly success: true; readonly data: Output }
    | {
        readonly success: false;
        readonly error: {
          readonly issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[];
        };
      };
}

/** @throws ApiProblem INVALID_REQUEST naming the field and what is allowed */
export function readBody<Output>(schema: Schema<Output>, event: ApiEvent): Output {
  const parsed = schema.safeParse(jsonOf(event));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const field = issue?.path.join('.') ?? '';
  const message = `${field === '' ? 'The body' : field}: ${issue?.message ?? 'is not valid'}`;
  throw new ApiProblem('INVALID_REQUEST', message, field === '' ? {} : { field });
}

function jsonOf({ body = '', isBase64Encoded }: ApiEvent): unknown {
  try {
    return JSON.parse(isBase64Encoded ? Buffer.from(body, 'base64').toString('utf8') : body) as unknown;
  } catch {
    throw new ApiProblem('INVALID_REQUEST', 'The body must be JSON.');
  }
}
