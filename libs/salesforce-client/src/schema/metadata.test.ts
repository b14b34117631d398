import { parseXml } from '@atlas-engine/aws-wire';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { atlasSalesforceSchema } from './atlas-salesforce-schema.ts';
import type { SalesforceFieldDefinition } from './field-definition.ts';

const root = join(__dirname, '../../metadata/force-app/main/default');
const read = (file: string) => parseXml(readFileSync(join(root, file), 'utf8'));
const isCustom = ({ name }: { readonly name: string }) => name.endsWith('__c');

/** What the metadata file of a field must say, as text. */
function expected(field: SalesforceFieldDefinition): Record<string, unknown> {
  const all = {
    fullName: field.name,
    label: field.label,
    description: field.description,
    type: field.type,
    length: field.length,
    precision: field.precision,
    scale: field.scale,
    externalId: field.externalId ?? false,
    caseSensitive: field.unique === true ? (field.caseSensitive ?? false) : undefined,
    unique: field.type === 'Text' || field.type === 'Number' ? (field.unique ?? false) : undefined,
    required: field.type === 'LongTextArea' ? undefined : false,
  };
  return Object.fromEntries(
    Object.entries(all).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
  );
}

const restrictedValues = (values: readonly string[]): object => ({
  restricted: 'true',
  valueSetDefinition: expect.objectContaining({
    value: values.map((fullName): unknown => expect.objectContaining({ fullName, default: 'false' })),
  }),
});

describe.each(atlasSalesforceSchema.objects.map((object) => [object.name, object] as const))(
  '%s',
  (_name, object) => {
    const folder = `objects/${object.metadataObject}/fields`;
    const custom: readonly SalesforceFieldDefinition[] = object.fields.filter(isCustom);

    it('has a file for each Atlas field and no other', () => {
      const files = custom.map(({ name }) => `${name}.field-meta.xml`);
      expect(readdirSync(join(root, folder)).sort()).toEqual(files.sort());
    });

    it.each(custom.map((field) => [field.name, field] as const))(
      'deploys %s as the schema says',
      (name, field) => {
        const { visibleLines, valueSet, ...said } = read(`${folder}/${name}.field-meta.xml`)[
          'CustomField'
        ] as Record<string, unknown>;
        const fields = Object.fromEntries(Object.entries(said).filter(([key]) => !key.startsWith('#')));
        expect(fields).toEqual(expected(field));
        expect(valueSet !== undefined).toBe(field.values !== undefined);
        if (field.values !== undefined)
          expect(valueSet).toEqual(expect.objectContaining(restrictedValues(field.values)));
        expect(visibleLines !== undefined).toBe(field.type === 'LongTextArea');
      },
    );

    it('keeps within what Salesforce allows', () => {
      expect(custom.filter(({ label }) => label.length > 40)).toEqual([]);
      expect(custom.filter(({ name }) => name.length > 43)).toEqual([]);
      expect(custom.filter(({ type, length = 0 }) => type === 'Text' && length > 255)).toEqual([]);
    });
  },
);

describe('the permission set', () => {
  const set = read('permissionsets/AtlasEngine.permissionset-meta.xml')['PermissionSet'] as {
    readonly fieldPermissions: readonly {
      readonly field: string;
      readonly editable: string;
      readonly readable: string;
    }[];
    readonly userPermissions: readonly { readonly name: string }[];
    readonly objectPermissions: Readonly<Record<string, string>>;
  };
  const names = set.fieldPermissions.map(({ field }) => field);

  it('lets every Atlas field be read and written', () => {
    const custom = atlasSalesforceSchema.objects.flatMap(({ name: object, fields }) =>
      fields.filter(isCustom).map(({ name }) => `${object}.${name}`),
    );
    expect(names.filter((name) => name.endsWith('__c')).sort()).toEqual(custom.sort());
    expect(
      set.fieldPermissions.every(({ editable, readable }) => editable === 'true' && readable === 'true'),
    ).toBe(true);
  });

  it('names standard fields of the schema only', () => {
    const known = atlasSalesforceSchema.objects.flatMap(({ name: object, fields }) =>
      fields.map(({ name }) => `${object}.${name}`),
    );
    expect(names.filter((name) => !known.includes(name))).toEqual([]);
  });

  it('lets nothing be deleted and gives no access past the sharing rules', () => {
    expect(set.objectPermissions).toMatchObject({
      object: 'Lead',
      allowCreate: 'true',
      allowEdit: 'true',
      allowRead: 'true',
      allowDelete: 'false',
      modifyAllRecords: 'false',
      viewAllRecords: 'false',
    });
    expect(set.userPermissions.map(({ name }) => name)).toEqual(['ApiEnabled', 'EditTask']);
  });
});
