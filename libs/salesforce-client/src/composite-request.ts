import type { CompositePart } from './composite-parts.ts';
import { SalesforceValidationError } from './errors.ts';
import { checkPartName } from './reference.ts';

/** Parts by name, run in the order they are written. */
export type CompositeParts = Readonly<Record<string, CompositePart<unknown>>>;

/** Parts in one request. */
const maxParts = 25;

/**
 * The body of `POST /composite`.
 *
 * @throws SalesforceValidationError for no part, too many parts, and references that can not be resolved
 */
export function compositeBody(apiBase: string, parts: CompositeParts, allOrNone: boolean) {
  checkParts(parts);
  return {
    allOrNone,
    compositeRequest: Object.entries(parts).map(([referenceId, { call }]) => ({
      method: call.method,
      url: `${apiBase}${call.path}`,
      referenceId,
      ...(call.body === undefined ? {} : { body: call.body }),
      ...(call.headers === undefined ? {} : { httpHeaders: call.headers }),
    })),
  };
}

function checkParts(parts: CompositeParts): void {
  const entries = Object.entries(parts);
  if (entries.length === 0 || entries.length > maxParts) {
    throw invalid(`must have 1 to ${maxParts} parts, has ${entries.length}`);
  }
  const known = new Set<string>();
  for (const [name, { dependsOn, canBeReferredTo }] of entries) {
    checkPartName(name);
    const missing = dependsOn.find((other) => !known.has(other));
    if (missing !== undefined)
      throw invalid(`part ${name} refers to ${missing}, which is no earlier part with an answer`);
    if (canBeReferredTo) known.add(name);
  }
}

const invalid = (problem: string): SalesforceValidationError =>
  new SalesforceValidationError(`Salesforce: composite ${problem}.`, {});
