/** A card with buttons; what stands behind a button is said when it is pressed. */
export interface CardDefinition {
  readonly title: string;
  readonly subtitle?: string;
  readonly buttons: readonly { readonly text: string; readonly value: string }[];
}
