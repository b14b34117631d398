import { booleanField, objectField, stringField } from '@atlas-engine/aws-wire';
import { changeExtras } from './database.ts';
import type { Database } from './database.ts';
import { validationError } from './dynamo-error.ts';
import type { Input } from './dynalite-modules.js';
import { refuseOtherFields, tableNameOf } from './fields.ts';

/** Reads `{ AttributeName, Enabled }`. @throws AwsError */
const readSpecification = (specification: Input): { attribute: string; isOn: boolean } => {
  refuseOtherFields('TimeToLiveSpecification', specification, ['AttributeName', 'Enabled']);
  return {
    attribute: stringField(specification, 'AttributeName'),
    isOn: booleanField(specification, 'Enabled'),
  };
};

/** Sets time to live as a template wants it, whatever it was. @throws AwsError */
export const applyTimeToLive = (database: Database, table: string, specification: Input): void => {
  const { attribute, isOn } = readSpecification(specification);
  changeExtras(database, table, { ttlAttribute: isOn ? attribute : undefined });
};

const change = (
  current: string | undefined,
  wanted: { attribute: string; isOn: boolean },
): string | undefined => {
  if (wanted.isOn && current !== undefined) throw validationError('TimeToLive is already enabled');
  if (wanted.isOn) return wanted.attribute;
  if (current === undefined) throw validationError('TimeToLive is already disabled');
  if (current === wanted.attribute) return undefined;
  throw validationError(
    `TimeToLive is active on a different AttributeName: current AttributeName is ${current}`,
  );
};

/** UpdateTimeToLive and DescribeTimeToLive; a change takes effect at once. */
export const createTimeToLiveOperations = (database: Database) => ({
  UpdateTimeToLive: async (input: Input) => {
    refuseOtherFields('UpdateTimeToLive', input, ['TableName', 'TimeToLiveSpecification']);
    const table = tableNameOf(input);
    await database.engine.table(table);
    const specification = objectField(input, 'TimeToLiveSpecification');
    const wanted = readSpecification(specification);
    changeExtras(database, table, { ttlAttribute: change(database.extras.get(table)?.ttlAttribute, wanted) });
    return { TimeToLiveSpecification: specification };
  },
  DescribeTimeToLive: async (input: Input) => {
    refuseOtherFields('DescribeTimeToLive', input, ['TableName']);
    const table = tableNameOf(input);
    await database.engine.table(table);
    const attribute = database.extras.get(table)?.ttlAttribute;
    return {
      TimeToLiveDescription:
        attribute === undefined
          ? { TimeToLiveStatus: 'DISABLED' }
          : { TimeToLiveStatus: 'ENABLED', AttributeName: attribute },
    };
  },
});
