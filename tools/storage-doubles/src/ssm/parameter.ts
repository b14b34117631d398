/** The types that a parameter may have. */
export const parameterTypes = ['String', 'StringList', 'SecureString'] as const;
export type ParameterType = (typeof parameterTypes)[number];

/** One version of a parameter. */
export interface ParameterVersion {
  readonly version: number;
  readonly value: string;
  readonly description?: string | undefined;
  readonly allowedPattern?: string | undefined;
  /** Epoch milliseconds. */
  readonly modifiedAt: number;
}

/** A parameter with its versions. */
export interface Parameter {
  readonly name: string;
  readonly type: ParameterType;
  /** For a SecureString; shown, not used. */
  readonly keyId?: string | undefined;
  readonly tier: 'Standard' | 'Advanced';
  /** The newest first, 100 at most; never none. */
  readonly versions: readonly [ParameterVersion, ...ParameterVersion[]];
}
