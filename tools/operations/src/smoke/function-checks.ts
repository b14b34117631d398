import { smokeTestEvent } from '@atlas-engine/function-kit';
import { type AtlasNames, type FunctionName, functionNames, liveAlias } from '@atlas-engine/resource-names';
import * as z from 'zod';
import { eventually, type Patience } from '../patience.ts';
import { failed, type Finding, ok, warning } from '../report/finding.ts';
import type { Check } from '../report/check.ts';
import type { AliasState, System } from './system.ts';

type Functions = Pick<System, 'alias' | 'invoke' | 'hasLogLine'>;

const answerSchema = z.object({ atlas: z.literal('smoke'), function: z.string(), version: z.string() });

/**
 * Whether each function runs: its live alias points at a version, that version answers the smoke test's event, and
 * what it logged can be read.
 */
export const functionChecks = (
  system: Functions,
  { functions }: Pick<AtlasNames, 'functions'>,
  patience: Patience,
): readonly Check[] =>
  functionNames.map((name) => ({
    name: `Function ${name}`,
    run: () => checkFunction(system, functions[name], patience),
  }));

async function checkFunction(
  system: Functions,
  { name, liveArn, logGroup }: AtlasNames['functions'][FunctionName],
  patience: Patience,
): Promise<Finding> {
  const alias = await system.alias(name, liveAlias);
  if (alias === undefined || !/^\d+$/.test(alias.version)) return noVersion(name, alias);
  const { answer, failure, requestId } = await system.invoke(liveArn, smokeTestEvent);
  const where = `see the log group ${logGroup}`;
  if (failure !== undefined) return failed(failure, where);
  const told = answerSchema.safeParse(answer);
  if (!told.success) return failed('it did not answer the smoke test', `deploy it again; ${where}`);
  const expected = [alias.version, ...alias.shifting];
  if (!expected.includes(told.data.version)) {
    return failed(
      `version ${told.data.version} answered, ${liveAlias} points at ${alias.version}`,
      'deploy it again',
    );
  }
  const isLogged = await eventually(
    async () => ((await system.hasLogLine(logGroup, ['smoke test', requestId])) ? true : undefined),
    patience,
  );
  if (isLogged === undefined)
    return failed('it answered, but its log does not show it', `may its role write to ${logGroup}?`);
  return alias.shifting.length > 0
    ? warning(
        `version ${told.data.version} answered; traffic is shifting to ${alias.shifting.join(', ')}`,
        'run the smoke test again when the deployment has ended',
      )
    : ok(`version ${told.data.version} answered and logged`);
}

const noVersion = (name: string, alias: AliasState | undefined): Finding =>
  alias === undefined
    ? failed(`${name} has no alias ${liveAlias}, or is not there`, 'deploy its stack')
    : failed(`${liveAlias} points at ${alias.version}, not at a version`, 'deploy its stack');
