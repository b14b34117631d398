import * as z from 'zod';
import { problemsOf } from './problems.ts';

const problems = (schema: z.ZodType, value: unknown) =>
  problemsOf(schema.safeParse(value).error ?? new z.ZodError([]));

describe('problemsOf', () => {
  it.each([
    ['a type', z.string(), 7, 'must be of type string'],
    ['a form', z.uuid(), 'Ada Lovelace', 'must be of the form uuid'],
    ['a choice', z.enum(['A', 'B']), 'Ada Lovelace', 'must be one of "A", "B"'],
    ['a length', z.string().max(3), 'Ada Lovelace', 'must have at most 3 characters'],
    ['a list', z.array(z.int()).min(2), [1], 'must have at least 2 entries'],
    ['a number', z.number().max(3), 12, 'must be at most 3'],
    ['an unknown field', z.strictObject({}), { 'Ada Lovelace': 1 }, 'has a field that is not known'],
    ['an authored message', z.string().regex(/^x$/, 'must be an x'), 'Ada Lovelace', 'must be an x'],
    ['no allowed form', z.union([z.string(), z.boolean()]), 1, 'has none of the allowed forms'],
    [
      'a check of its own',
      z.string().refine(() => false, 'wrong'),
      'Ada Lovelace',
      'has a value that is not allowed',
    ],
  ])('says what is allowed of %s and not what was sent', (_, schema, value, expected) => {
    expect(problems(schema, value)).toEqual([{ path: '(the whole value)', problem: expected }]);
  });

  it('names the path, but no key that the sender chose', () => {
    const schema = z.object({
      calls: z.array(z.object({ sequence: z.int() })),
      tags: z.record(z.string(), z.int()),
    });

    expect(problems(schema, { calls: [{ sequence: 'x' }], tags: { '+12125550100': 'x' } })).toEqual([
      { path: 'calls.0.sequence', problem: 'must be of type number' },
      { path: 'tags.*', problem: 'must be of type number' },
    ]);
  });
});
