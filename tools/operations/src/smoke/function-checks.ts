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
  if (alias === undefined) {
    return failed(`${name} has no alias ${liveAlias}, or is not there`, 'deploy its stack');
  }
  const { answer, failure, requestId } = await system.invoke(liveArn, smokeTestEvent);
  const where = `see the log group ${logGroup}`;
  if (failure !== undefined) return failed(failure, where);
  const told = answerSchema.safeParse(answer);
  if (!told.success) return failed('it did not answer the smoke test', `deploy it again; ${where}`);
  const isLogged = await eventually(
    async () => ((await system.hasLogLine(logGroup, ['smoke test', requestId])) ? true : undefined),
    patience,
  );
  return isLogged === undefined
    ? failed('it answered, but its log does not show it', `may its role write to ${logGroup}?`)
    : judgeVersion(told.data.version, alias);
}

/** Whether the version that answered is one that the alias points at. */
function judgeVersion(answered: string, { version, shifting }: AliasState): Finding {
  if (!/^\d+$/.test(version)) {
    return failed(
      `it answered and logged, but ${liveAlias} points at ${version}, not at a version`,
      'deploy its stack',
    );
  }
  if (answered !== version && !shifting.includes(answered)) {
    return failed(`version ${answered} answered, ${liveAlias} points at ${version}`, 'deploy it again');
  }
  return shifting.length > 0
    ? warning(
        `version ${answered} answered; traffic is shifting to ${shifting.join(', ')}`,
        'run the smoke test again when the deployment has ended',
      )
    : ok(`version ${answered} answered and logged`);
}
