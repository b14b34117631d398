import { isActionType } from '../catalogue/index.ts';
import { isPath } from '../language/path.ts';
import { textsIn } from '../language/texts.ts';
import { error, type Problem } from './finding.ts';
import { type Rule, when } from './rule.ts';
import { ssmlProblem } from './ssml.ts';

/** Amazon Connect's limit for all attributes of a contact, in UTF-8 bytes of keys and values. */
const attributesLimit = 32_768;

/** The attributes that a flow writes fit on a contact. What references stand for is not counted. */
export const attributeSizeRule: Rule = ({ document }) => {
  const writes = document.Actions.filter(({ Type }) => Type === 'UpdateContactAttributes').map(
    ({ Identifier, Parameters = {} }) => ({ Identifier, sizes: sizesOf(Parameters['Attributes']) }),
  );
  const largest = new Map<string, number>();
  for (const [key, size] of writes.flatMap(({ sizes }) => sizes))
    largest.set(key, Math.max(size, largest.get(key) ?? 0));
  const total = sumOf([...largest.values()]);
  const [most] = writes.toSorted((one, other) => sizeOf(other.sizes) - sizeOf(one.sizes));
  return when(total > attributesLimit, () =>
    error(most?.Identifier, {
      problem: `the flow writes attributes of ${String(total)} bytes, this block most of them`,
      allowed: `at most ${String(attributesLimit)} bytes for all attributes of a contact`,
    }),
  );
};

/** SSML is well formed. */
export const ssmlRule: Rule = ({ document }) =>
  document.Actions.filter(({ Type }) => isActionType(Type)).flatMap(({ Identifier, Parameters = {} }) =>
    textsIn(Parameters)
      .filter(({ path, text }) => path.at(-1) === 'SSML' && !isPath(text))
      .flatMap(({ text }): readonly Problem[] => {
        const problem = ssmlProblem(text);
        return problem === undefined
          ? []
          : [
              error(Identifier, {
                problem: `SSML ${problem}`,
                allowed: 'one <speak> element, each tag closed',
              }),
            ];
      }),
  );

type Sizes = readonly (readonly [key: string, bytes: number])[];

const sizesOf = (attributes: unknown): Sizes =>
  typeof attributes === 'object' && attributes !== null
    ? Object.entries(attributes).map(([key, value]) => [key, bytes(key) + bytes(String(value))])
    : [];

const sizeOf = (sizes: Sizes): number => sumOf(sizes.map(([, size]) => size));
const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0);
const bytes = (text: string): number => new TextEncoder().encode(text).length;
