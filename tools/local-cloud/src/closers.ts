type Close = () => void | Promise<void>;

/** What has been opened and must be closed again, the latest first. */
export interface Closers {
  add(close: Close): void;
  /** Closes everything, also when one of them fails. @throws the first failure */
  closeAll(): Promise<void>;
}

export function createClosers(): Closers {
  const open: Close[] = [];
  return {
    add: (close) => void open.push(close),
    async closeAll() {
      const failures: unknown[] = [];
      for (let close = open.pop(); close !== undefined; close = open.pop()) {
        try {
          await close();
        } catch (error) {
          failures.push(error);
        }
      }
      if (failures.length > 0) throw failures[0];
    },
  };
}
