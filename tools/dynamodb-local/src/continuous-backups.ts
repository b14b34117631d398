import { booleanField, objectField, optionalNumber } from '@atlas-engine/aws-wire';
import { changeExtras } from './database.ts';
import type { Database } from './database.ts';
import { validationError } from './dynamo-error.ts';
import type { Input } from './dynalite-modules.js';
import { refuseOtherFields, tableNameOf } from './fields.ts';

const day = 24 * 60 * 60_000;
const longestRecovery = 35;

const describe = ({ extras, clock }: Database, table: string) => {
  const recovery = extras.get(table)?.recovery;
  const isOn = recovery !== undefined;
  const earliest = isOn ? Math.max(recovery.since, clock.now() - recovery.days * day) : 0;
  return {
    ContinuousBackupsDescription: {
      ContinuousBackupsStatus: 'ENABLED',
      PointInTimeRecoveryDescription: {
        PointInTimeRecoveryStatus: isOn ? 'ENABLED' : 'DISABLED',
        ...(isOn && {
          RecoveryPeriodInDays: recovery.days,
          EarliestRestorableDateTime: earliest / 1000,
          LatestRestorableDateTime: clock.now() / 1000,
        }),
      },
    },
  };
};

const daysOf = (specification: Input): number => {
  const days = optionalNumber(specification, 'RecoveryPeriodInDays') ?? longestRecovery;
  if (Number.isInteger(days) && days >= 1 && days <= longestRecovery) return days;
  throw validationError(`RecoveryPeriodInDays: must be from 1 to ${longestRecovery}, was ${days}`);
};

/** Turns point-in-time recovery on or off; a table that has it keeps its beginning. @throws AwsError */
export const setRecovery = (database: Database, table: string, specification: Input): void => {
  refuseOtherFields('PointInTimeRecoverySpecification', specification, [
    'PointInTimeRecoveryEnabled',
    'RecoveryPeriodInDays',
  ]);
  const days = daysOf(specification);
  const since = database.extras.get(table)?.recovery?.since ?? database.clock.now();
  const isOn = booleanField(specification, 'PointInTimeRecoveryEnabled');
  changeExtras(database, table, { recovery: isOn ? { since, days } : undefined });
};

/** DescribeContinuousBackups and UpdateContinuousBackups; nothing is backed up, and a restore is refused. */
export const createBackupOperations = (database: Database) => ({
  DescribeContinuousBackups: async (input: Input) => {
    refuseOtherFields('DescribeContinuousBackups', input, ['TableName']);
    const table = tableNameOf(input);
    await database.engine.table(table);
    return describe(database, table);
  },
  UpdateContinuousBackups: async (input: Input) => {
    refuseOtherFields('UpdateContinuousBackups', input, ['TableName', 'PointInTimeRecoverySpecification']);
    const table = tableNameOf(input);
    await database.engine.table(table);
    setRecovery(database, table, objectField(input, 'PointInTimeRecoverySpecification'));
    return describe(database, table);
  },
});
