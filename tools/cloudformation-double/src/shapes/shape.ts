/** The form of a value in a template, with all intrinsic functions carried out. */
export type Shape =
  | 'string'
  | 'number'
  | 'integer'
  | 'boolean'
  | 'json'
  | { readonly list: Shape }
  | { readonly map: Shape }
  | { readonly any: readonly Shape[] }
  /** One of {@link ResourceShapes.types}. */
  | { readonly type: string }
  | { readonly fields: Readonly<Record<string, Shape>>; readonly required: readonly string[] };

/** What is known of a resource type. */
export interface ResourceShape {
  readonly shape: Shape;
  /** Properties that cannot be changed: another value makes another resource. */
  readonly replacedBy: readonly string[];
}

/** The resource types, and the types of properties that they share. */
export interface ResourceShapes {
  readonly resources: Readonly<Record<string, ResourceShape>>;
  readonly types: Readonly<Record<string, Shape>>;
}
