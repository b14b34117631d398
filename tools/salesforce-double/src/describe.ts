import type { DataAnswer, DataRequest } from './data-request.ts';
import { objectOf } from './org.ts';
import type { Org } from './org.ts';
import { isSystemField, systemFields } from './schema.ts';
import type { FieldDefinition, FieldType } from './schema.ts';

const describedTypes: Readonly<Record<FieldType, string>> = {
  Text: 'string',
  LongTextArea: 'textarea',
  Picklist: 'picklist',
  DateTime: 'datetime',
  Date: 'date',
  Number: 'double',
  Checkbox: 'boolean',
  Phone: 'phone',
  Email: 'email',
  Lookup: 'reference',
};

/** `GET /sobjects/{object}/describe` */
export function describeObject(org: Org, request: DataRequest): DataAnswer {
  const object = objectOf(org, request.segments[1] ?? '');
  return {
    status: 200,
    body: {
      name: object.name,
      label: object.label,
      keyPrefix: object.keyPrefix,
      custom: object.name.endsWith('__c'),
      createable: true,
      updateable: true,
      queryable: true,
      deletable: false,
      fields: [...systemFields, ...object.fields].map(describeField),
    },
  };
}

const describeField = (field: FieldDefinition) => {
  const readOnly = isSystemField(field.name);
  return {
    name: field.name,
    label: field.label,
    type: field.name === 'Id' ? 'id' : describedTypes[field.type],
    ...shapeOf(field),
    custom: field.name.endsWith('__c'),
    nillable: field.required !== true && !readOnly,
    createable: !readOnly,
    updateable: !readOnly && field.createOnly !== true,
    filterable: field.type !== 'LongTextArea',
    ...choicesOf(field),
  };
};

const choicesOf = ({ restricted = false, values = [], references = [] }: FieldDefinition) => ({
  restrictedPicklist: restricted,
  picklistValues: values.map((value) => ({ value, label: value, active: true, defaultValue: false })),
  referenceTo: references,
});

const shapeOf = (field: FieldDefinition) => {
  const { length = 0, precision = 0, scale = 0 } = field;
  const { externalId = false, unique = false, caseSensitive = false } = field;
  return { length, precision, scale, externalId, unique, caseSensitive };
};
