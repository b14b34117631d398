import { AwsError, optionalObject } from '@atlas-engine/aws-wire';
import { setRecovery } from './continuous-backups.ts';
import { changeExtras } from './database.ts';
import type { Database } from './database.ts';
import type { Input, Table } from './dynalite-modules.js';
import { fieldsOf, refuseOtherFields, tableNameOf } from './fields.ts';
import { featureFields, featuresOf } from './table-features.ts';
import { changeFeatures, findTable, makeTable } from './table-operations.ts';
import { refuseTooManyTags, tagsOf } from './tags.ts';
import { applyTimeToLive } from './time-to-live.ts';

const known = fieldsOf('CreateTable', [
  'Tags',
  'TimeToLiveSpecification',
  'PointInTimeRecoverySpecification',
  ...featureFields,
]);

interface Shape {
  readonly keys: string;
  readonly attributes: string;
  readonly indexes: string;
}

const indexShape = (index: Input): string =>
  JSON.stringify([index['IndexName'], index['KeySchema'], index['Projection']]);

const shapeOf = (table: Input): Shape => {
  const list = (field: string): Input[] => (table[field] ?? []) as Input[];
  return {
    keys: JSON.stringify(list('KeySchema').map((key) => [key['AttributeName'], key['KeyType']])),
    attributes: JSON.stringify(
      list('AttributeDefinitions')
        .map((attribute) => `${String(attribute['AttributeName'])} ${String(attribute['AttributeType'])}`)
        .sort(),
    ),
    indexes: JSON.stringify(
      [...list('GlobalSecondaryIndexes'), ...list('LocalSecondaryIndexes')].map(indexShape).sort(),
    ),
  };
};

const refuseOtherShape = (table: Table, wanted: Input): void => {
  const [is, should] = [shapeOf(table), shapeOf(wanted)];
  const different = (Object.keys(is) as (keyof Shape)[]).filter((part) => is[part] !== should[part]);
  if (different.length > 0)
    throw new AwsError(
      'ResourceInUseException',
      `${table.TableName}: the table of an earlier run has other ${different.join(' and ')} than the template; remove the local state to make it anew`,
    );
};

/**
 * Makes the table of a template's `AWS::DynamoDB::Table` Properties (references resolved); one that exists from an
 * earlier run is brought up to date.
 *
 * @throws AwsError for a property that the double does not have, or when an existing table's keys or indexes differ.
 */
export const createTableFromTemplate = async (database: Database, properties: Input): Promise<Table> => {
  refuseOtherFields('AWS::DynamoDB::Table', properties, known);
  const name = tableNameOf(properties);
  const existing = await findTable(database.engine, name);
  if (existing) {
    refuseOtherShape(existing, properties);
    const tags = tagsOf(properties);
    refuseTooManyTags(tags);
    await changeFeatures(database, name, featuresOf(properties));
    changeExtras(database, name, { tags });
  } else await makeTable(database, properties);
  const timeToLive = optionalObject(properties, 'TimeToLiveSpecification');
  if (timeToLive) applyTimeToLive(database, name, timeToLive);
  const recovery = optionalObject(properties, 'PointInTimeRecoverySpecification');
  if (recovery) setRecovery(database, name, recovery);
  return database.engine.table(name);
};
