import { AwsError } from '@atlas-engine/aws-wire';

const mostEntries = 10;

const batchError = (code: string, message: string): AwsError => new AwsError(code, message);

const checkIds = (ids: readonly string[]): void => {
  if (ids.length === 0)
    throw batchError('EmptyBatchRequest', 'There should be at least one entry in the request.');
  if (ids.length > mostEntries) {
    throw batchError(
      'TooManyEntriesInBatchRequest',
      `Maximum number of entries per request are ${mostEntries}. You have sent ${ids.length}.`,
    );
  }
  if (ids.some((id) => !/^[A-Za-z0-9_-]{1,80}$/.test(id))) {
    throw batchError(
      'InvalidBatchEntryId',
      'A batch entry id can only contain alphanumeric characters, hyphens and underscores. It can be at most 80 letters long.',
    );
  }
  const repeated = ids.find((id, index) => ids.indexOf(id) !== index);
  if (repeated !== undefined) throw batchError('BatchEntryIdsNotDistinct', `Id ${repeated} repeated.`);
};

/** An answer that succeeds as a whole while single entries fail. */
export interface BatchResult {
  readonly Successful: readonly object[];
  readonly Failed: readonly { Id: string; SenderFault: boolean; Code: string; Message: string }[];
}

/**
 * Performs each entry of a batch; one that is refused fails alone.
 *
 * @throws AwsError when the batch is empty, too large or its ids are not valid.
 */
export const performBatch = <T extends { readonly Id: string }>(
  entries: readonly T[],
  perform: (entry: T) => object,
): BatchResult => {
  checkIds(entries.map(({ Id }) => Id));
  const Successful: object[] = [];
  const Failed: BatchResult['Failed'][number][] = [];
  for (const entry of entries) {
    try {
      Successful.push({ Id: entry.Id, ...perform(entry) });
    } catch (error) {
      if (!(error instanceof AwsError)) throw error;
      Failed.push({ Id: entry.Id, SenderFault: true, Code: error.code, Message: error.message });
    }
  }
  return { Successful, Failed };
};
