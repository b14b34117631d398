import { isActionType } from '../catalogue/index.ts';
import { isPath } from '../language/path.ts';
import { textsIn } from '../language/texts.ts';
import { error, type Problem } from './finding.ts';
import { type Rule, when } from './rule.ts';
import { ssmlProblem } from './ssml.ts';

/** Amazon Connect's limit for all attributes of a contact, in UTF-8 bytes of keys and values. */
const attributesLimit = 32_768;

/** The attributes that one block writes fit on a contact. What references stand for is not counted. */
export const attributeSizeRule: Rule = ({ document }) =>
  document.Actions.filter(({ Type }) => Type === 'UpdateContactAttributes').flatMap(
    ({ Identifier, Parameters = {} }) => {
      const attributes = Parameters['Attributes'];
      const size = sizeOf(attributes);
      return when(size > attributesLimit, () =>
        error(Identifier, {
          problem: `writes attributes of ${String(size)} bytes`,
          allowed: `at most ${String(attributesLimit)} bytes for all attributes of a contact`,
        }),
      );
    },
  );

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

const sizeOf = (attributes: unknown): number =>
  typeof attributes === 'object' && attributes !== null
    ? Object.entries(attributes).reduce((sum, [key, value]) => sum + bytes(key) + bytes(String(value)), 0)
    : 0;

const bytes = (text: string): number => new TextEncoder().encode(text).length;
