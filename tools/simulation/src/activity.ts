/** Counts what is under way, and says when the first starts and the last ends. */
export interface Activity {
  readonly count: number;
  readonly busy: <T>(work: () => Promise<T>) => Promise<T>;
  readonly hold: () => Hold;
}

/** Something under way; releasing it twice counts once. */
export interface Hold {
  readonly release: () => void;
}

/** Makes a counter at rest; `changed` is called when it starts and when it comes to rest. */
export const createActivity = (changed: () => void): Activity => {
  let count = 0;
  const hold = (): Hold => {
    let held = true;
    count += 1;
    if (count === 1) changed();
    return {
      release: () => {
        if (!held) return;
        held = false;
        count -= 1;
        if (count === 0) changed();
      },
    };
  };
  return {
    get count() {
      return count;
    },
    hold,
    busy: async (work) => {
      const { release } = hold();
      try {
        return await work();
      } finally {
        release();
      }
    },
  };
};
