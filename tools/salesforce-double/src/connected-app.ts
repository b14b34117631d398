/** An application the org lets in, by the flow that its settings allow. */
export type ConnectedApp =
  | {
      readonly flow: 'jwt-bearer';
      /** Consumer key: `iss` of the assertion. */
      readonly clientId: string;
      /** PEM of the certificate's public key. */
      readonly publicKey: string;
      /** Users that an administrator has approved: `sub` of the assertion. */
      readonly approvedUsers: readonly string[];
    }
  | {
      readonly flow: 'client-credentials';
      readonly clientId: string;
      readonly clientSecret: string;
      /** The user the flow runs as; none means the flow is not set up. */
      readonly runAs?: string;
    };

/** What the token endpoint answers instead of a token. */
export class TokenRefusal extends Error {
  readonly error: string;

  constructor(error: string, description: string) {
    super(description);
    this.name = 'TokenRefusal';
    this.error = error;
  }
}
