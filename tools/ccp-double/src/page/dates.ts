/** Members that the library needs as dates; nothing else that looks like one is touched. */
const moments: ReadonlySet<string> = new Set([
  'timestamp',
  'timeStamp',
  'startTimestamp',
  'snapshotTimestamp',
  'queueTimestamp',
]);

/** The same structure, with the moments that came as epoch milliseconds as dates. */
export function withDates(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withDates);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      name,
      moments.has(name) && typeof member === 'number' ? new Date(member) : withDates(member),
    ]),
  );
}

/** What `agent::update` carries: the library reckons durations from the difference of the two clocks. */
export function agentUpdate(
  update: { readonly snapshot: unknown; readonly configuration: unknown },
  now: number,
) {
  const snapshot = withDates(update.snapshot) as { readonly snapshotTimestamp: Date };
  return {
    configuration: update.configuration,
    snapshot: {
      ...snapshot,
      localTimestamp: now,
      skew: snapshot.snapshotTimestamp.getTime() - now,
    },
  };
}
