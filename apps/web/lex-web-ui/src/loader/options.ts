import type { ChatOptions } from './api.ts';
import { AtlasChatError } from './chat-error.ts';

/** What the JSON of each option looks like, and the same in words. */
const rules: Readonly<Record<keyof ChatOptions, readonly [pattern: RegExp, allowed: string]>> = {
  locale: [/^"[a-z]{2,3}(-[A-Z]{2})?"$/, 'such as en-US'],
  theme: [/^"(auto|light|dark)"$/, 'auto, light, dark'],
  position: [/^"(start|end)"$/, 'start, end'],
  label: [/^"[^\s"].{0,59}"$/, '1 to 60 characters'],
  launcher: [/^(true|false)$/, 'true, false'],
  open: [/^(true|false)$/, 'true, false'],
  attributes: [/^\{("[\w.:-]{1,64}":"([^"\\]|\\.){0,512}",?)*\}$/, 'an object of texts of up to 512'],
};

/** Options from a call or from JSON. @throws AtlasChatError `invalid-option`, with the key, its value and what is allowed */
export function readOptions(input: ChatOptions): ChatOptions {
  for (const [key, value] of Object.entries(input)) {
    // What has no JSON, such as a function, breaks every rule.
    const json = (JSON.stringify(value) as string | undefined) ?? 'no JSON';
    const rule = Object.hasOwn(rules, key) && rules[key as keyof ChatOptions];
    const [pattern, allowed] = rule || [/^$/, Object.keys(rules).join()];
    if (!pattern.test(json))
      throw new AtlasChatError('invalid-option', `"${key}" is ${json.slice(0, 60)}; allowed: ${allowed}`);
  }
  return input;
}

/** Options of a script tag's `data-` attributes, but for those that say where options are. */
export const readAttributes = (dataset: DOMStringMap): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(dataset).flatMap(([key, value = '']) =>
      /^(config|manual)$/.test(key)
        ? []
        : [[key, /^(attributes|open|launcher)$/.test(key) ? parsed(value) : value]],
    ),
  );

/** What is not JSON stays text, and is named by the rule that it breaks. `data-open` alone means true. */
function parsed(value: string): unknown {
  try {
    return JSON.parse(value || 'true');
  } catch {
    return value;
  }
}
