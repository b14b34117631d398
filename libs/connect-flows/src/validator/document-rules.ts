import { type FlowDocument, flowLanguageVersion, maximumActions } from '../language/flow-language.ts';
import { error } from './finding.ts';
import { repeated, type Rule, when } from './rule.ts';

/** Amazon Connect's limit for the content of a module, in characters. */
const maximumModuleSize = 256_000;

const forbidden = '% : ( \\ / ) = $ , ; [ ] { }';
const forbiddenCharacter = /[%:(\\/)=$,;[\]{}]/;
const reserved = [
  '__proto__',
  'constructor',
  '__defineGetter__',
  '__defineSetter__',
  'toString',
  'hasOwnProperty',
  'isPrototypeOf',
  'propertyIsEnumerable',
  'toLocaleString',
  'valueOf',
];

/** The frame of a flow: version, start, number of actions. */
export const frameRule: Rule = ({ document, type }) => {
  const identifiers = identifiersOf(document);
  const size = JSON.stringify(document).length;
  return [
    ...when(document.Version !== flowLanguageVersion, () =>
      error(undefined, { problem: `Version is ${document.Version}`, allowed: flowLanguageVersion }),
    ),
    ...when(!identifiers.includes(document.StartAction), () =>
      error(undefined, {
        problem: `StartAction "${document.StartAction}" is no block`,
        allowed: 'the name of a block',
      }),
    ),
    ...when(identifiers.length > maximumActions, () =>
      error(undefined, {
        problem: `has ${String(identifiers.length)} blocks`,
        allowed: `at most ${String(maximumActions)}`,
      }),
    ),
    ...when(type === 'MODULE' && size > maximumModuleSize, () =>
      error(undefined, {
        problem: `has ${String(size)} characters`,
        allowed: `at most ${String(maximumModuleSize)} in a module`,
      }),
    ),
  ];
};

/** The names of blocks: unique, short, and of characters that the service takes. */
export const identifierRule: Rule = ({ document }) => {
  const identifiers = identifiersOf(document);
  return [
    ...repeated(identifiers).map((each) =>
      error(each, { problem: 'two blocks have this name', allowed: 'one block for each name' }),
    ),
    ...identifiers
      .filter((each) => each.length < 1 || each.length > 50)
      .map((each) =>
        error(each, {
          problem: `the name has ${String(each.length)} characters`,
          allowed: '1 to 50 characters',
        }),
      ),
    ...identifiers
      .filter((each) => forbiddenCharacter.test(each))
      .map((each) =>
        error(each, {
          problem: 'the name has a forbidden character',
          allowed: `any but ${forbidden}`,
        }),
      ),
    ...identifiers
      .filter((each) => reserved.includes(each))
      .map((each) =>
        error(each, { problem: 'the name is reserved', allowed: `any but ${reserved.join(', ')}` }),
      ),
  ];
};

const identifiersOf = ({ Actions }: FlowDocument): readonly string[] =>
  Actions.map(({ Identifier }) => Identifier);
