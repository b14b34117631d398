import { type AtlasNames, interactionsKeys, taskTokensKeys } from '@atlas-engine/resource-names';
import { failed, ok } from '../report/finding.ts';
import type { Check } from '../report/check.ts';
import type { System } from './system.ts';

/** A key that no item has. */
const nothing = 'SMOKE#TEST';

/** Whether both tables are there and can be read. */
export const tableChecks = (
  system: Pick<System, 'tableStatus' | 'readItem'>,
  { tables }: Pick<AtlasNames, 'tables'>,
): readonly Check[] => [
  tableCheck(system, tables.interactions.name, [interactionsKeys.partitionKey, interactionsKeys.sortKey]),
  tableCheck(system, tables.taskTokens.name, [taskTokensKeys.partitionKey]),
];

const tableCheck = (
  system: Pick<System, 'tableStatus' | 'readItem'>,
  table: string,
  keys: readonly string[],
): Check => ({
  name: `Table ${table}`,
  async run() {
    const status = await system.tableStatus(table);
    if (status === undefined) return failed('is not there', 'deploy the data stack');
    if (status !== 'ACTIVE') return failed(`is ${status}`, 'try again when it is ACTIVE');
    await system.readItem(table, Object.fromEntries(keys.map((key) => [key, nothing])));
    return ok('ACTIVE, readable');
  },
});
