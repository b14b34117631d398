import { AtlasError } from '@atlas-engine/domain';

/** An item of a table cannot be read: a field is missing or has a form that no version of Atlas writes. */
export class StoredItemError extends AtlasError {
  override readonly name = 'StoredItemError';
  readonly code = 'STORED_ITEM_MALFORMED';

  constructor(item: string, field: string, problem: string) {
    super(`The stored item ${item} is malformed: ${field} ${problem}.`, {
      retryable: false,
      details: { item, field },
    });
  }
}

/** A method names a request or call that was never stored. */
export class RecordNotFoundError extends AtlasError {
  override readonly name = 'RecordNotFoundError';
  readonly code = 'RECORD_NOT_FOUND';

  constructor(item: string) {
    super(`The interaction table has no ${item}. It must be stored before it can change.`, {
      retryable: false,
      details: { item },
    });
  }
}

/** Call id, result and key do not belong together. */
export class CallMismatchError extends AtlasError {
  override readonly name = 'CallMismatchError';
  readonly code = 'CALL_MISMATCH';

  constructor(item: string, field: string) {
    super(`${field} does not belong to ${item}: it must be that of the same request and sequence.`, {
      retryable: false,
      details: { item, field },
    });
  }
}

/** Others changed the same item again and again while it was to be changed. */
export class StoreContentionError extends AtlasError {
  override readonly name = 'StoreContentionError';
  readonly code = 'STORE_CONTENTION';

  constructor(method: string, attempts: number) {
    super(`${method} gave up after ${String(attempts)} attempts: others kept changing the same item.`, {
      retryable: true,
      details: { method, attempts },
    });
  }
}

/** DynamoDB gave no answer, or asks for less load. The effect of a write is unknown; every method may be repeated. */
export class StoreUnavailableError extends AtlasError {
  override readonly name = 'StoreUnavailableError';
  readonly code = 'STORE_UNAVAILABLE';

  constructor(operation: string, cause: unknown) {
    super(`DynamoDB did not carry out ${operation}.`, { retryable: true, details: { operation }, cause });
  }
}

/** DynamoDB refuses for good: a missing table or permission, or a request that it does not allow. */
export class StoreRefusedError extends AtlasError {
  override readonly name = 'StoreRefusedError';
  readonly code = 'STORE_REFUSED';

  constructor(operation: string, cause: unknown) {
    const reason = cause instanceof Error ? cause.name : 'unknown';
    super(`DynamoDB refused ${operation} (${reason}). Check the table's name and the function's policy.`, {
      retryable: false,
      details: { operation, reason },
      cause,
    });
  }
}
