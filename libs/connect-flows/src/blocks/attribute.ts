import type { ContactAttributeName } from '../language/contact-attributes.ts';

/**
 * A contact attribute in a text; one that contacts do not carry does not compile.
 *
 * @example
 * `Hello ${attribute('greeting')}`;
 */
export const attribute = <const Name extends ContactAttributeName>(name: Name) =>
  `$.Attributes.${name}` as const;
