import type { Lambda } from '@atlas-engine/lambda-runtime';
import type { InvokeFunction } from '@atlas-engine/lex-double';

/** How Lex runs a bot's function: what the function throws is an answer, too, and Lex tells its caller. */
export const codeHooks =
  (lambda: Lambda): InvokeFunction =>
  async (functionArn, event) => {
    const result = await lambda.invoke(functionArn, JSON.stringify(event), { type: 'RequestResponse' });
    const payload: unknown = result.payload === '' ? null : JSON.parse(result.payload);
    return result.functionError === undefined ? { payload } : { error: payload };
  };
