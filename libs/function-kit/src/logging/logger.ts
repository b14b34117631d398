import { AsyncLocalStorage } from 'node:async_hooks';
import type { Clock } from '../clock.ts';
import { systemClock } from '../clock.ts';
import { redactForLog } from './redaction.ts';
import { redactFields } from './redact-value.ts';

export const logLevels = ['debug', 'info', 'warn', 'error'] as const;
export type LogLevel = (typeof logLevels)[number];

/** What a line may say beside its message. It is redacted by name and by form. */
export type LogFields = Readonly<Record<string, unknown>>;

/** Writes one JSON object per line; nothing personal survives in it. */
export interface Logger {
  readonly log: (level: LogLevel, message: string, fields?: LogFields) => void;
  readonly debug: (message: string, fields?: LogFields) => void;
  readonly info: (message: string, fields?: LogFields) => void;
  readonly warn: (message: string, fields?: LogFields) => void;
  readonly error: (message: string, fields?: LogFields) => void;
  /** Adds `correlation` to every line written during `work`, however deep and asynchronous. */
  readonly within: <Result>(correlation: LogFields, work: () => Result) => Result;
  /** Adds what has become known on the way to every further line of the innermost `within`; elsewhere it does nothing. */
  readonly correlate: (correlation: LogFields) => void;
}

export interface LoggerOptions {
  readonly function: string;
  /** Default `info`. At `debug`, errors carry their stack. */
  readonly level?: LogLevel | undefined;
  /** Takes a line without its end; default standard output. */
  readonly sink?: ((line: string) => void) | undefined;
  readonly clock?: Clock | undefined;
}

const toStandardOutput = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

/**
 * The logger of a function: redaction is not an option of it but part of it.
 *
 * @example createLogger({ function: 'InitiateCallHandler' }).info('call placed', { requestId, contactId });
 */
export function createLogger(options: LoggerOptions): Logger {
  const correlation = new AsyncLocalStorage<LogFields>();
  const { level: lowest = 'info', sink = toStandardOutput, clock = systemClock } = options;
  const threshold = logLevels.indexOf(lowest);

  const log: Logger['log'] = (level, message, fields = {}) => {
    if (logLevels.indexOf(level) < threshold) return;
    const line = {
      ...redactFields({ ...correlation.getStore(), ...fields }, lowest === 'debug'),
      timestamp: new Date(clock.now()).toISOString(),
      level,
      message: redactForLog(message),
      function: options.function,
    };
    sink(JSON.stringify(line));
  };

  return {
    log,
    debug: (message, fields) => log('debug', message, fields),
    info: (message, fields) => log('info', message, fields),
    warn: (message, fields) => log('warn', message, fields),
    error: (message, fields) => log('error', message, fields),
    within: (added, work) => correlation.run({ ...correlation.getStore(), ...added }, work),
    correlate: (added) => void Object.assign(correlation.getStore() ?? {}, added),
  };
}
