/** Dollars with as many digits as say something. */
export const dollars = (usd: number): string => {
  if (usd >= 1) return `$${usd.toFixed(2)}`;
  return usd === 0 ? '$0' : `$${usd.toFixed(Math.max(2, 1 - Math.floor(Math.log10(usd))))}`;
};

/** A quantity with at most three significant digits, or as a whole number with thousands apart. */
export const amount = (value: number): string =>
  value >= 100 ? Math.round(value).toLocaleString('en-US') : String(Number(value.toPrecision(3)));

/** Lines of a table in plain text, the first column to the left and the others to the right. */
export function plainTable(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  );
  return rows.map((row) =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd(),
  );
}

/** A table in Markdown, its columns in line. */
export function markdownTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
): readonly string[] {
  const widths = head.map((_, column) =>
    Math.max(3, ...[head, ...rows].map((row) => (row[column] ?? '').length)),
  );
  const line = (cells: readonly string[]): string =>
    `| ${widths.map((width, column) => (cells[column] ?? '').padEnd(width)).join(' | ')} |`;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)];
}
