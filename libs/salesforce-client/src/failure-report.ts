import * as z from 'zod';

const matchRecordSchema = z.lazy(() =>
  z.object({
    matchConfidence: z.number().default(0),
    record: z.object({ Id: z.string(), attributes: z.object({ type: z.string() }) }),
  }),
);

const duplicateResultSchema = z.lazy(() =>
  z.object({
    matchResults: z.array(z.object({ matchRecords: z.array(matchRecordSchema).default([]) })).default([]),
  }),
);

const entrySchema = z.lazy(() =>
  z.object({
    errorCode: z.string(),
    message: z.string().default(''),
    fields: z.array(z.string()).nullish(),
    duplicateResult: z.unknown().optional(),
  }),
);

const reportSchema = z.array(entrySchema).min(1);

/** One error as Salesforce reports it, reduced to what is safe to show. */
export interface FailureReport {
  readonly errorCode: string;
  readonly fields: readonly string[];
  /** Records that a duplicate rule or a unique field found, most alike first. */
  readonly matches: readonly { readonly id: string; readonly object: string | undefined }[];
  /** Whether the concurrency limit was hit, which passes in seconds; the daily one does not. */
  readonly isConcurrency: boolean;
  /** Whether a composite part was not run because it refers to one that failed. */
  readonly isBrokenReference: boolean;
}

const apiName = /^[A-Za-z]\w{0,79}$/;

/** The first error of an error array; undefined when the value is none. */
export function readFailure(body: unknown): FailureReport | undefined {
  const [entry] = reportSchema.safeParse(body).data ?? [];
  if (entry === undefined) return undefined;
  const { errorCode, message } = entry;
  return {
    errorCode: /^[A-Z][A-Z0-9_]{0,79}$/.test(errorCode) ? errorCode : 'UNKNOWN',
    fields: (entry.fields?.length ? entry.fields : fieldsInMessage(message)).filter((name) =>
      apiName.test(name),
    ),
    matches: [...ruleMatches(entry.duplicateResult), ...uniqueMatch(message)],
    isConcurrency: /concurrent/i.test(message),
    isBrokenReference: message.startsWith('Invalid reference specified'),
  };
}

/** Two errors name their fields in the message alone. */
function fieldsInMessage(message: string): readonly string[] {
  const [, column] = /^\s*No such column '(\w+)'/.exec(message) ?? [];
  const [, list] = /^Unable to create\/update fields: ([\w, ]+)\./.exec(message) ?? [];
  return [column ?? [], list?.split(/,\s*/) ?? []].flat();
}

function ruleMatches(duplicateResult: unknown): FailureReport['matches'] {
  const parsed = duplicateResultSchema.safeParse(duplicateResult);
  if (!parsed.success) return [];
  return parsed.data.matchResults
    .flatMap(({ matchRecords }) => matchRecords)
    .sort((left, right) => right.matchConfidence - left.matchConfidence)
    .map(({ record }) => ({ id: record.Id, object: record.attributes.type }))
    .filter(({ id }) => isRecordId(id));
}

function uniqueMatch(message: string): FailureReport['matches'] {
  const [, id] = /duplicates value on record with id: (\w{15,18})/.exec(message) ?? [];
  return id === undefined || !isRecordId(id) ? [] : [{ id, object: undefined }];
}

const isRecordId = (id: string): boolean => /^[0-9A-Za-z]{15}(?:[0-9A-Za-z]{3})?$/.test(id);
