/** A copy of a record without some of its members. */
export const omit = <T extends object, K extends keyof T & string>(
  value: T,
  ...names: readonly K[]
): Omit<T, K> =>
  Object.fromEntries(Object.entries(value).filter(([name]) => !names.includes(name as K))) as Omit<T, K>;
