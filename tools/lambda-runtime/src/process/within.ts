/** What a promise gives, or what `otherwise` gives when it takes longer than `ms` milliseconds of the wall. */
export const within = async <T>(
  promise: Promise<T>,
  { ms, otherwise }: { readonly ms: number; readonly otherwise: () => T },
): Promise<T> => {
  const { promise: late, resolve } = Promise.withResolvers<T>();
  const timer = setTimeout(() => resolve(otherwise()), ms);
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
};
