/** Code that stands for itself among values. */
export class Code {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

const width = 100;

/** A value as TypeScript: one line where it fits, one entry a line where it does not. */
export function printValue(value: unknown, indent = 0): string {
  const flat = flatOf(value);
  return flat.length + indent <= width ? flat : tallOf(value, indent);
}

/** A call as TypeScript. */
export function printCall(name: string, values: readonly unknown[], indent: number): Code {
  const flat = `${name}(${values.map(flatOf).join(', ')})`;
  if (flat.length + indent <= width) return new Code(flat);
  const inner = ' '.repeat(indent + 2);
  const lines = values.map((value) => `${inner}${printValue(value, indent + 2)},\n`).join('');
  return new Code(`${name}(\n${lines}${' '.repeat(indent)})`);
}

function flatOf(value: unknown): string {
  if (value instanceof Code) return value.text;
  if (typeof value === 'string') return quoted(value);
  if (Array.isArray(value)) return `[${value.map(flatOf).join(', ')}]`;
  if (!isRecord(value)) return JSON.stringify(value);
  const entries = Object.entries(value).map(([key, each]) => `${keyOf(key)}: ${flatOf(each)}`);
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
}

function tallOf(value: unknown, indent: number): string {
  const inner = ' '.repeat(indent + 2);
  const end = ' '.repeat(indent);
  if (Array.isArray(value)) {
    const lines = value.map((each) => `${inner}${printValue(each, indent + 2)},\n`);
    return `[\n${lines.join('')}${end}]`;
  }
  if (!isRecord(value)) return flatOf(value);
  return printEntries(Object.entries(value), indent);
}

/** An object as TypeScript, one entry a line. */
export function printEntries(entries: readonly (readonly [string, unknown])[], indent: number): string {
  const inner = ' '.repeat(indent + 2);
  const lines = entries.map(([key, each]) => `${inner}${keyOf(key)}: ${printValue(each, indent + 2)},\n`);
  return `{\n${lines.join('')}${' '.repeat(indent)}}`;
}

const keyOf = (key: string): string => {
  if (key === '__proto__') return "['__proto__']";
  return /^[A-Za-z_$][\w$]*$/.test(key) ? key : quoted(key);
};

/** In single quotes, unless double ones need fewer escapes. */
function quoted(text: string): string {
  const double = JSON.stringify(text);
  const count = (quote: string) => text.split(quote).length;
  if (count("'") > count('"')) return double;
  return `'${double.slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !(value instanceof Code);
