/** One value of a secret. A version without stages is deprecated. */
export interface SecretVersion {
  readonly id: string;
  readonly value: string;
  readonly stages: readonly string[];
  /** Epoch milliseconds. */
  readonly createdAt: number;
}

/** A secret with all its versions. */
export interface Secret {
  readonly name: string;
  readonly arn: string;
  readonly description?: string | undefined;
  readonly kmsKeyId?: string | undefined;
  readonly tags: Readonly<Record<string, string>>;
  /** Epoch milliseconds. */
  readonly createdAt: number;
  readonly changedAt: number;
  /** When it goes for good; absent unless it is marked for deletion. */
  readonly deletedFrom?: number | undefined;
  /** The newest first. */
  readonly versions: readonly SecretVersion[];
  /** Digest of the value that a template asked for, to see when the template changes. */
  readonly template?: string;
}
