import type * as z from 'zod';
import { isObject } from '../json.ts';
import type { Problem } from './problem.ts';
import { locationOf, schemaProblem } from './problem.ts';

type Issue = z.core.$ZodIssue;

const jsonPathFields = [
  'InputPath',
  'Parameters',
  'ResultSelector',
  'ResultPath',
  'OutputPath',
  'Result',
  'SecondsPath',
  'TimestampPath',
  'TimeoutSecondsPath',
  'HeartbeatSecondsPath',
  'ErrorPath',
  'CausePath',
  'ItemsPath',
  'MaxConcurrencyPath',
  'ToleratedFailureCountPath',
  'ToleratedFailurePercentagePath',
];
const distributedFields = [
  'ItemReader',
  'ItemBatcher',
  'ResultWriter',
  'Label',
  'ToleratedFailureCount',
  'ToleratedFailurePercentage',
];
const stateTypes = 'Task, Wait, Pass, Succeed, Fail, Choice, Parallel, Map';

const unknownField = (field: string): string => {
  if (jsonPathFields.includes(field))
    return `The QueryLanguage is set to 'JSONata', but field '${field}' is only supported for the 'JSONPath' QueryLanguage`;
  if (distributedFields.includes(field))
    return `Field '${field}' belongs to Map states with Mode DISTRIBUTED, which this engine does not support`;
  if (field === 'Iterator') return "Field 'Iterator' is deprecated and not supported: use 'ItemProcessor'";
  if (field === 'Credentials') return "Field 'Credentials' is not supported by this engine";
  return `Field '${field}' is not supported`;
};

const at = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((inside, key) => {
    if (Array.isArray(inside)) return inside[Number(key)] as unknown;
    return isObject(inside) && Object.hasOwn(inside, key) ? inside[String(key)] : undefined;
  }, value);

const isMissing = (definition: unknown, { path }: Issue): boolean =>
  path.length > 0 && at(definition, path) === undefined;

const languageProblem = (definition: unknown, path: readonly PropertyKey[]): Problem => {
  if (path.length > 1)
    return schemaProblem(
      "'QueryLanguage' can not be 'JSONPath' if set to 'JSONata' for whole state machine",
      locationOf(path.slice(0, -1)),
    );
  const found = at(definition, path);
  return schemaProblem(
    `this engine runs the QueryLanguage 'JSONata' only, and the definition ${
      found === undefined ? "has none, which means 'JSONPath'" : `says ${JSON.stringify(found)}`
    }: set "QueryLanguage": "JSONata" at the top level and write its states with Arguments, Output and Assign`,
    '/QueryLanguage',
  );
};

const wrongValue = (issue: Issue): Problem => {
  const location = locationOf(issue.path);
  if (issue.code === 'invalid_union' && issue.path.at(-1) === 'Type')
    return schemaProblem(`The field 'Type' should have one of these values: [${stateTypes}]`, location);
  if (issue.code === 'invalid_key') return schemaProblem(issue.issues[0]?.message ?? issue.message, location);
  return schemaProblem(issue.message, location);
};

const ownProblems = (definition: unknown, issue: Issue): Problem[] => {
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((field) => schemaProblem(unknownField(field), locationOf(issue.path)));
  if (issue.path.at(-1) === 'QueryLanguage') return [languageProblem(definition, issue.path)];
  return isMissing(definition, issue) ? [] : [wrongValue(issue)];
};

/** What the schema found, in the service's words; missing fields of one place are told together. */
export const schemaProblems = (definition: unknown, issues: readonly Issue[]): Problem[] => {
  const missing = new Map<string, string[]>();
  for (const issue of issues) {
    if (!isMissing(definition, issue) || issue.path.at(-1) === 'QueryLanguage') continue;
    const place = locationOf(issue.path.slice(0, -1));
    missing.set(place, [...(missing.get(place) ?? []), String(issue.path.at(-1))]);
  }
  const required = [...missing].map(([place, fields]) =>
    schemaProblem(`These fields are required: [${fields.join(', ')}]`, place),
  );
  return [...required, ...issues.flatMap((issue) => ownProblems(definition, issue))];
};
