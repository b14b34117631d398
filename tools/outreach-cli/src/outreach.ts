import type { Cloud } from './cloud/cloud.ts';
import { campaignOfFile } from './commands/campaign-of.ts';
import { withCloud, type Context, type Terminal } from './commands/context.ts';
import { runFile } from './commands/run-file.ts';
import { showRequest } from './commands/show-request.ts';
import { readLeadsFile } from './leads-file/read-file.ts';
import { readLeads } from './leads-file/read-leads.ts';
import type { OutreachOptions } from './options.ts';
import { printPreview } from './report/print-preview.ts';
import { preview } from './run/preview.ts';
import { takeIn, type Intake } from './run/take-in.ts';
import { UsageError } from './usage-error.ts';

export type { Terminal } from './commands/context.ts';

/**
 * Carries out what the command line asks for; the answer is the exit status.
 *
 * @throws UnusableFileError or UsageError before anything was carried out, and what the stage throws
 */
export async function outreach(
  file: string | undefined,
  options: OutreachOptions,
  terminal: Terminal,
): Promise<number> {
  const context = { options, terminal };
  if (options.show !== undefined) return await showRequest(options.show, context);
  if (file === undefined) {
    throw new UsageError('Name a file of leads, e.g. npm run outreach -- samples/leads.csv (or --help)');
  }
  const campaign = options.campaign ?? campaignOfFile(file);
  const rows = readLeads(await readLeadsFile(file), options);
  if (rows.length === 0) terminal.note('The file has no rows.');
  return await withCloud(context, options.preview ? 'look' : 'run', async (cloud) => {
    const { defaultCountry } = options;
    const intake = takeIn(rows, { campaign, defaultCountry, now: await cloud.now() });
    return options.preview
      ? await showPreview(intake, cloud, context)
      : await runFile(intake, cloud, context);
  });
}

async function showPreview(intake: Intake, cloud: Cloud, { options, terminal }: Context): Promise<number> {
  const { store, callingPolicy: policy } = cloud;
  const found = await preview(intake, { store, policy, now: await cloud.now() });
  terminal.out(options.json ? JSON.stringify(found) : printPreview(found));
  return 0;
}
