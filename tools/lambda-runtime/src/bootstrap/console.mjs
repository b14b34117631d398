import { writeLogLine } from './output.mjs';

const { format } = process.getBuiltinModule('node:util');

const levels = {
  trace: 'TRACE',
  debug: 'DEBUG',
  log: 'INFO',
  info: 'INFO',
  warn: 'WARN',
  error: 'ERROR',
};

/** Makes console write as AWS's runtime does: time, request, level and message, separated by tabs. */
export const replaceConsole = (current) => {
  for (const [method, level] of Object.entries(levels)) {
    console[method] = (...values) =>
      writeLogLine([new Date().toISOString(), current.requestId, level, format(...values)].join('\t'));
  }
};
