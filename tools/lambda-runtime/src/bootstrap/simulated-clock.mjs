const wall = globalThis.performance;
const WallDate = Date;

const replaceDate = (now) => {
  function SimulatedDate(...parts) {
    if (new.target === undefined) return new WallDate(now()).toString();
    return Reflect.construct(WallDate, parts.length === 0 ? [now()] : parts, new.target);
  }
  Object.defineProperties(SimulatedDate, {
    ...Object.getOwnPropertyDescriptors(WallDate),
    name: { value: 'Date', configurable: true },
    now: { value: now, writable: true, configurable: true },
  });
  Object.defineProperty(WallDate.prototype, 'constructor', {
    value: SimulatedDate,
    writable: true,
    configurable: true,
  });
  globalThis.Date = SimulatedDate;
};

/** `format` is a getter whose function is bound to its formatter, `formatToParts` a method: both take "now" by default. */
const replaceFormatting = (now) => {
  const prototype = Intl.DateTimeFormat.prototype;
  const { get } = Object.getOwnPropertyDescriptor(prototype, 'format');
  const bound = new WeakMap();
  Object.defineProperty(prototype, 'format', {
    configurable: true,
    get() {
      const format = get.call(this);
      if (!bound.has(this)) bound.set(this, (date) => format(date === undefined ? now() : date));
      return bound.get(this);
    },
  });
  const { formatToParts } = prototype;
  Object.defineProperty(prototype, 'formatToParts', {
    configurable: true,
    writable: true,
    value(date) {
      return formatToParts.call(this, date === undefined ? now() : date);
    },
  });
};

/**
 * Makes `Date` and `Intl.DateTimeFormat` tell simulated time: from each setting on it runs as on the wall.
 * Timers and `performance` stay the wall's. A worker thread has its own, unreplaced `Date`.
 */
export const installSimulatedClock = (start) => {
  let base = start;
  let since = wall.now();
  const now = () => Math.floor(base + wall.now() - since);
  replaceDate(now);
  replaceFormatting(now);
  return {
    set: (simulated) => {
      base = simulated;
      since = wall.now();
    },
  };
};
