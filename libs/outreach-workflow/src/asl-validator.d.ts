declare module 'asl-validator' {
  /** Checks a definition against the published schema of Amazon States Language. */
  export default function validate(definition: unknown): {
    readonly isValid: boolean;
    readonly errors: readonly unknown[];
  };
}
