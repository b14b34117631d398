import { join, resolve } from 'node:path';
import * as z from 'zod';
import { findRunningCloud } from './running-cloud.ts';
import { unusedOnPurpose } from './permissions/unused-on-purpose.ts';

/** `npm run permissions`: what the running local cloud denied, and what its policies allow although nothing needed it. */
const state = process.argv[2] ?? join(resolve(import.meta.dirname, '../../..'), '.atlas/local');

const reportSchema = z.looseObject({
  unused: z.array(z.looseObject({ policy: z.string(), action: z.string(), resource: z.string() })),
  denials: z.array(z.looseObject({ count: z.number(), message: z.string() })),
});

const cloud = await findRunningCloud(state);
if (cloud === undefined) {
  console.error(`No local cloud runs on ${state}: start it with \`npm start\``);
  process.exitCode = 1;
} else {
  const answer: unknown = await (await fetch(`${cloud.url}/_atlas/permissions`)).json();
  const { unused, denials } = reportSchema.parse(answer);
  console.log(`Denied calls: ${String(denials.length)}`);
  for (const { count, message } of denials) console.log(`  ${String(count)} x ${message}`);
  const reasonOf = ({ policy, action }: { readonly policy: string; readonly action: string }) =>
    unusedOnPurpose.find((known) => known.policy.test(policy) && known.action.test(action))?.reason;
  const surprising = unused.filter((grant) => reasonOf(grant) === undefined);
  console.log(`Allowed, and not needed so far: ${String(surprising.length)}`);
  for (const { policy, action, resource } of surprising) console.log(`  ${policy}: ${action} on ${resource}`);
  const reasons = new Set(unused.flatMap((grant) => reasonOf(grant) ?? []));
  console.log(`Needed on AWS only: ${String(unused.length - surprising.length)}`);
  for (const reason of reasons) console.log(`  ${reason}`);
}
