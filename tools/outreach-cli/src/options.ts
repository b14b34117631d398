import { stageSchema, type Stage } from '@atlas-engine/resource-names';
import { Command, InvalidArgumentError, Option } from 'commander';
import { longestCampaign, readCampaign } from './commands/campaign-of.ts';

export interface OutreachOptions {
  readonly preview: boolean;
  readonly json: boolean;
  readonly stage: Stage;
  /** Infinity for `max`. */
  readonly speed?: number;
  readonly campaign?: string;
  /** ISO 3166 alpha-2. */
  readonly defaultCountry?: string;
  readonly ignoreUnknownColumns: boolean;
  readonly show?: string;
  readonly state?: string;
}

/** What the command line asks for. Prints help or usage errors and ends the process by itself: by 2 for errors. */
export function readCommandLine(argv: readonly string[]): {
  readonly file: string | undefined;
  readonly options: OutreachOptions;
} {
  const command = new Command('npm run outreach --')
    .description('Calls the leads of a file: CSV (RFC 4180; comma, semicolon or tab) or JSON lines.')
    .argument('[file]', 'the file of leads')
    .option('--preview', 'dial nobody; say which rows would be skipped, and why', false)
    .option('--json', 'print the result as one JSON object', false)
    .addOption(
      new Option('--stage <stage>', 'where it runs').choices([...stageSchema.options]).default('local'),
    )
    .option('--speed <N|max>', 'local only: how fast time runs while everything waits (default: max)', speed)
    .option('--campaign <name>', "the campaign (default: the file's name)", campaign)
    .option('--default-country <CC>', 'country of numbers without a country code, e.g. US', country)
    .option('--ignore-unknown-columns', 'pass over columns that are not known', false)
    .option('--show <request id>', 'print the timeline of one lead instead')
    .option(
      '--state <directory>',
      'local only: where the local cloud keeps its state (default: .atlas/local)',
    )
    .exitOverride((error) => {
      process.exit(error.exitCode === 0 ? 0 : 2);
    });
  command.parse([...argv], { from: 'user' });
  const file = command.args[0];
  const options = command.opts<OutreachOptions>();
  const conflict = conflictOf(file, options);
  if (conflict !== undefined) command.error(`error: ${conflict}`);
  return { file, options };
}

function conflictOf(
  file: string | undefined,
  { show, stage, speed, state, preview }: OutreachOptions,
): string | undefined {
  if (show !== undefined && (file !== undefined || preview))
    return '--show takes neither a file nor --preview';
  if (stage === 'local') return undefined;
  if (speed !== undefined) return `--speed is for the local stage only, not for ${stage}`;
  return state === undefined ? undefined : `--state is for the local stage only, not for ${stage}`;
}

function speed(value: string): number {
  if (value === 'max') return Infinity;
  const factor = Number(value);
  if (factor > 0 && Number.isFinite(factor)) return factor;
  throw new InvalidArgumentError('must be a number above 0, or "max"');
}

function campaign(value: string): string {
  const name = readCampaign(value);
  if (name !== undefined) return name;
  throw new InvalidArgumentError(`must have 1 to ${longestCampaign} characters`);
}

function country(value: string): string {
  if (/^[A-Za-z]{2}$/.test(value)) return value.toUpperCase();
  throw new InvalidArgumentError('must be two letters, e.g. US');
}
