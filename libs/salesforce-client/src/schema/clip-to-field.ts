import { atlasSalesforceSchema } from './atlas-salesforce-schema.ts';
import type { AtlasObject, FieldNameOf } from './typed-fields.ts';

/** Shortens a text to what the field takes, with an ellipsis, never inside a character. */
export function clipToField<O extends AtlasObject>(object: O, field: FieldNameOf<O>, text: string): string {
  const length = lengthOf(object, field);
  if (length === undefined || text.length <= length) return text;
  const kept = text.slice(0, length - 1).replace(/[\uD800-\uDBFF]$/, '');
  return `${kept.trimEnd()}…`;
}

function lengthOf(object: string, field: string): number | undefined {
  const definitions = atlasSalesforceSchema.objects.flatMap(({ name, fields }) =>
    name === object ? [...fields] : [],
  );
  const definition = definitions.find(({ name }) => name === field);
  return definition !== undefined && 'length' in definition ? definition.length : undefined;
}
