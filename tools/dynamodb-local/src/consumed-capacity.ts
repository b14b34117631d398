interface Capacity {
  readonly TableName: string;
  readonly CapacityUnits: number;
}

/** Adds up what several actions consumed, by table; nothing when it was not asked for. */
export const consumedCapacity = (
  outputs: readonly Readonly<Record<string, unknown>>[],
  factor: number,
): { ConsumedCapacity?: Capacity[] } => {
  const units = new Map<string, number>();
  for (const output of outputs) {
    const capacity = output['ConsumedCapacity'] as Capacity | undefined;
    if (capacity)
      units.set(capacity.TableName, (units.get(capacity.TableName) ?? 0) + capacity.CapacityUnits * factor);
  }
  if (units.size === 0) return {};
  return { ConsumedCapacity: [...units].map(([TableName, CapacityUnits]) => ({ TableName, CapacityUnits })) };
};
