import type { Rule } from './finding.ts';

const nameForm = /^(?:[0-9a-zA-Z][_-]?){1,100}$/;

/** Names that Lex keeps for itself. */
const isReserved = (name: string): boolean => /^(?:amazon|aws|x-amz-lex)/i.test(name);

const problemsOf = (where: string, name: string) => [
  ...(nameForm.test(name)
    ? []
    : [
        {
          where,
          problem: 'is not a name',
          allowed: '1 to 100 letters and digits with single _ or - between',
        },
      ]),
  ...(isReserved(name)
    ? [{ where, problem: 'is reserved', allowed: 'names that do not begin with AMAZON, AWS or x-amz-lex' }]
    : []),
];

/** Names are ones that Lex takes. */
export const validNames: Rule = ({ intents, slotTypes }) => [
  ...Object.keys(slotTypes).flatMap((name) => problemsOf(`slotTypes.${name}`, name)),
  ...Object.entries(intents).flatMap(([name, { slots, outputContexts = [] }]) => [
    ...problemsOf(`intents.${name}`, name),
    ...Object.keys(slots).flatMap((slot) => problemsOf(`intents.${name}.slots.${slot}`, slot)),
    ...outputContexts.flatMap((context) =>
      problemsOf(`intents.${name}.outputContexts.${context.name}`, context.name),
    ),
  ]),
];

/** The intent that takes what no other does is there once, by the name that Lex gives it. */
export const oneFallback: Rule = ({ intents }) => {
  const fallbacks = Object.entries(intents).filter(([, intent]) => intent.parentSignature !== undefined);
  const usurpers = Object.entries(intents).filter(
    ([name, intent]) => name === 'FallbackIntent' && intent.parentSignature === undefined,
  );
  return [
    ...(fallbacks.length === 1
      ? []
      : [
          {
            where: 'intents',
            problem: `has ${String(fallbacks.length)} fallback intents`,
            allowed: 'exactly one with parentSignature AMAZON.FallbackIntent',
          },
        ]),
    ...usurpers.map(([name]) => ({
      where: `intents.${name}`,
      problem: 'has the name of the fallback intent',
      allowed: 'that name only with parentSignature AMAZON.FallbackIntent',
    })),
  ];
};
