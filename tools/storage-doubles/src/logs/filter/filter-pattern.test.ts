import fc from 'fast-check';
import { refusalOf } from '../../testing/refusal.ts';
import { filterOf } from './filter-pattern.ts';

const matches = (pattern: string, message: string | object): boolean =>
  filterOf(pattern)(typeof message === 'string' ? message : JSON.stringify(message));

describe('a pattern of terms', () => {
  it.each([
    ['', 'anything', true],
    ['ERROR', '[ERROR 400] BAD REQUEST', true],
    ['error', '[ERROR 400] BAD REQUEST', false],
    ['ERROR REQUEST', '[ERROR 400] BAD REQUEST', true],
    ['ERROR OTHER', '[ERROR 400] BAD REQUEST', false],
    ['"400] BAD"', '[ERROR 400] BAD REQUEST', true],
    ['ERROR -BAD', '[ERROR 400] BAD REQUEST', false],
    ['ERROR -"not there"', '[ERROR 400] BAD REQUEST', true],
    ['-ERROR', 'fine', true],
    ['?WARN ?ERROR', '[ERROR 400]', true],
    ['?WARN ?"FATAL: x"', '[ERROR 400]', false],
    ['"say \\"hi\\""', 'they say "hi" twice', true],
  ])('%s of %s is %s', (pattern, message, result) => {
    expect(matches(pattern, message)).toBe(result);
  });

  it.each(['foo-bar', '"open', 'a"b"', '?WARN ERROR', '%regex%', '[ip, user]', '$.level'])(
    '%s is refused',
    (pattern) => {
      expect(refusalOf(() => filterOf(pattern))).toBe('InvalidParameterException');
    },
  );

  const phrase = fc.string({
    unit: fc.constantFrom('a', 'b', ' ', '"', '\\', '-', '?', '{'),
    minLength: 1,
    maxLength: 6,
  });
  const quoted = (text: string): string => `"${text.replace(/["\\]/g, '\\$&')}"`;

  it('fits exactly the messages that hold every wanted phrase and no unwanted one', () => {
    const phrases = fc.array(phrase, { maxLength: 3 });
    fc.assert(
      fc.property(
        phrases,
        phrases,
        fc.array(phrase).map((parts) => parts.join('')),
        (wanted, unwanted, message) => {
          const pattern = [...wanted.map(quoted), ...unwanted.map((text) => `-${quoted(text)}`)].join(' ');
          const fits =
            wanted.every((text) => message.includes(text)) &&
            !unwanted.some((text) => message.includes(text));
          expect(matches(pattern, message)).toBe(fits);
        },
      ),
    );
  });

  it('fits the messages that hold one of the optional phrases', () => {
    fc.assert(
      fc.property(fc.array(phrase, { minLength: 1, maxLength: 3 }), phrase, (optional, message) => {
        const pattern = optional.map((text) => `?${quoted(text)}`).join('  ');
        expect(matches(pattern, message)).toBe(optional.some((text) => message.includes(text)));
      }),
    );
  });
});

describe('a JSON pattern', () => {
  const line = {
    level: 'ERROR',
    attempt: 3,
    ok: true,
    failed: false,
    nothing: null,
    call: { id: 'c-1', 'contact-id': 'x.y', tags: ['a', { deep: 1 }] },
  };
  it.each([
    ['{ $.level = "ERROR" }', true],
    ['{$.level=ERROR}', true],
    ['{ $.level = "error" }', false],
    ['{ $.level != "WARN" }', true],
    ['{ $.level = "ERR*" }', true],
    ['{ $.level = "*RR*" }', true],
    ['{ $.level = "*x" }', false],
    ['{ $.call.id = "c-1" }', true],
    ['{ $.call.contact-id = x.y }', true],
    ['{ $.call.tags[0] = a }', true],
    ['{ $.call.tags[1].deep = 1 }', true],
    ['{ $.call.tags[2] NOT EXISTS }', true],
    ['{ $.attempt = 3 }', true],
    ['{ $.attempt = 3.0 }', true],
    ['{ $.attempt > 2 && $.attempt < 4 }', true],
    ['{ $.attempt >= 3 && $.attempt <= 3 }', true],
    ['{ $.attempt > 3 }', false],
    ['{ $.attempt = "3" }', true],
    ['{ $.level > 1 }', false],
    ['{ $.ok IS TRUE }', true],
    ['{ $.failed is false }', true],
    ['{ $.ok IS FALSE }', false],
    ['{ $.nothing IS NULL }', true],
    ['{ $.missing IS NULL }', false],
    ['{ $.missing NOT EXISTS }', true],
    ['{ $.nothing NOT EXISTS }', false],
    ['{ $.missing != "x" }', false],
    ['{ $.call = "x" }', false],
    ['{ $.level = "WARN" || $.attempt = 3 && $.ok IS TRUE }', true],
    ['{ ($.level = "WARN" || $.attempt = 3) && $.ok IS FALSE }', false],
    ['{ (($.level = "ERROR")) }', true],
    ['{ $.toString NOT EXISTS }', true],
  ])('%s is %s', (pattern, result) => {
    expect(matches(pattern, line)).toBe(result);
  });

  it('fits no message that is not a JSON object', () => {
    expect(['text', '[1]', '"x"', '{"a"'].map((message) => matches('{ $.a NOT EXISTS }', message))).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });

  it.each([
    ...['{', '{}', '{ $.a }', '{ $.a = }', '{ $.a = 1', '{ $.a = 1 } x', '{ a = 1 }', '{ $.a > "1" }'],
    ...['{ $.a > x }', '{ ($.a = 1 }', '{ $.a = 1 && }', '{ $.a IS 1 }', '{ $.a = %x% }', '{ $.a = "x }'],
    ...['{ $ = 1 }', '{ $.a == 1 }', '{ $.a ~ 1 }'],
  ])('%s is refused', (pattern) => {
    expect(refusalOf(() => filterOf(pattern))).toBe('InvalidParameterException');
  });

  const name = fc.constantFrom('a', 'b', 'c');
  const scalar = fc.oneof(
    fc.integer({ min: -3, max: 3 }),
    fc.constantFrom('x', 'y z', '1'),
    fc.constant(null),
  );
  const document = fc.dictionary(name, scalar, { maxKeys: 3 });

  interface Rule {
    readonly pattern: string;
    readonly test: (fields: Record<string, unknown>) => boolean;
  }
  const comparison: fc.Arbitrary<Rule> = fc
    .tuple(name, fc.constantFrom('=', '!=', '>', '<', '>=', '<='), fc.integer({ min: -3, max: 3 }))
    .map(([field, operator, value]) => ({
      pattern: `$.${field} ${operator} ${value}`,
      test: (fields) => {
        const found = fields[field];
        const isScalar = typeof found === 'number' || typeof found === 'string';
        if (operator === '=') return isScalar && String(found) === String(value);
        if (operator === '!=') return isScalar && String(found) !== String(value);
        if (typeof found !== 'number') return false;
        if (operator === '>') return found > value;
        if (operator === '<') return found < value;
        return operator === '>=' ? found >= value : found <= value;
      },
    }));
  const state: fc.Arbitrary<Rule> = fc.tuple(name, fc.boolean()).map(([field, isNull]) => ({
    pattern: `$.${field} ${isNull ? 'IS NULL' : 'NOT EXISTS'}`,
    test: (fields) => (isNull ? fields[field] === null : fields[field] === undefined),
  }));
  const { rule } = fc.letrec<{ rule: Rule }>((tie) => ({
    rule: fc.oneof(
      { maxDepth: 4 },
      comparison,
      state,
      fc.tuple(tie('rule'), fc.boolean(), tie('rule')).map(([left, and, right]) => ({
        pattern: `(${left.pattern})${and ? '&&' : ' || '}(${right.pattern})`,
        test: (fields: Record<string, unknown>) =>
          and ? left.test(fields) && right.test(fields) : left.test(fields) || right.test(fields),
      })),
    ),
  }));

  it('means what its parts mean', () => {
    fc.assert(
      fc.property(rule, document, ({ pattern, test }, fields) => {
        expect(matches(`{${pattern}}`, fields)).toBe(test(fields));
      }),
      { numRuns: 300 },
    );
  });

  it('binds && more tightly than ||', () => {
    fc.assert(
      fc.property(fc.array(comparison, { minLength: 3, maxLength: 3 }), document, ([a, b, c], fields) => {
        const bare = matches(`{${a!.pattern} || ${b!.pattern} && ${c!.pattern}}`, fields);
        expect(bare).toBe(a!.test(fields) || (b!.test(fields) && c!.test(fields)));
      }),
    );
  });
});
