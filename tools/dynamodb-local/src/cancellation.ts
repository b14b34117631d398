import { AwsError } from '@atlas-engine/aws-wire';

/** Why one entry of a transaction did not go through; `None` for one that would have. */
export interface CancellationReason {
  readonly Code: string;
  readonly Message?: string;
  readonly Item?: unknown;
}

export const noReason: CancellationReason = { Code: 'None' };

export const conflictReason: CancellationReason = {
  Code: 'TransactionConflict',
  Message: 'Transaction is ongoing for the item',
};

const codes: Readonly<Record<string, string>> = {
  ConditionalCheckFailedException: 'ConditionalCheckFailed',
  ValidationException: 'ValidationError',
};

/** The reason that stands for an error of an entry; any other error is one of the whole call and is thrown on. */
export const reasonOf = (error: unknown): CancellationReason => {
  const code = error instanceof AwsError ? codes[error.code] : undefined;
  if (!(error instanceof AwsError) || code === undefined) throw error;
  const { Item } = error.members;
  return { Code: code, Message: error.message, ...(Item !== undefined && { Item }) };
};

/** The error of a whole transaction: reasons in the order of its entries. */
export const cancelled = (reasons: readonly CancellationReason[]): AwsError => {
  const list = reasons.map(({ Code }) => Code).join(', ');
  return new AwsError(
    'TransactionCanceledException',
    `Transaction cancelled, please refer cancellation reasons for specific reasons [${list}]`,
    { members: { CancellationReasons: reasons } },
  );
};

/** Throws when any entry has a reason against it. */
export const refuseCancelled = (reasons: readonly CancellationReason[]): void => {
  if (reasons.some(({ Code }) => Code !== 'None')) throw cancelled(reasons);
};
