/** Writes a line of an access log: each `$context` variable by its value, `-` for one that has none. */
export const accessLine = (
  format: string,
  values: Readonly<Record<string, string | number | undefined>>,
): string => format.replace(/\$context\.([\w.]+)/g, (_, name: string) => String(values[name] ?? '-'));

/** The log group of an ARN. */
export const groupOf = (destinationArn: string): string =>
  destinationArn.split(':log-group:')[1]?.replace(/:\*$/, '') ?? destinationArn;
