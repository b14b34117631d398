/** One waiting action. `index` is its place in the heap, -1 once it has left. */
export interface QueuedTimer {
  readonly at: number;
  readonly order: number;
  readonly action: () => void | Promise<void>;
  index: number;
}

/** Timers by (at, order of insertion): a binary heap, so that tens of thousands cost little. */
export interface TimerQueue {
  readonly size: number;
  head(): QueuedTimer | undefined;
  add(at: number, action: QueuedTimer['action']): QueuedTimer;
  /** Takes the first timer out. */
  take(): QueuedTimer | undefined;
  /** Takes any timer out; one that has already left is ignored. */
  remove(timer: QueuedTimer): void;
}

const comesBefore = (a: QueuedTimer, b: QueuedTimer): boolean =>
  a.at < b.at || (a.at === b.at && a.order < b.order);

/** The heap's array with the two moves that keep it ordered. */
class Heap {
  readonly items: QueuedTimer[] = [];

  put(timer: QueuedTimer, index: number): void {
    this.items[index] = timer;
    timer.index = index;
  }

  rise(timer: QueuedTimer): void {
    let index = timer.index;
    while (index > 0) {
      const above = (index - 1) >> 1;
      const parent = this.items[above];
      if (parent === undefined || !comesBefore(timer, parent)) break;
      this.put(parent, index);
      index = above;
    }
    this.put(timer, index);
  }

  sink(timer: QueuedTimer): void {
    let index = timer.index;
    for (let child = this.firstChild(index); child; child = this.firstChild(index)) {
      if (!comesBefore(child, timer)) break;
      const below = child.index;
      this.put(child, index);
      index = below;
    }
    this.put(timer, index);
  }

  private firstChild(index: number): QueuedTimer | undefined {
    const left = this.items[2 * index + 1];
    const right = this.items[2 * index + 2];
    return left && right && comesBefore(right, left) ? right : left;
  }
}

/** Makes an empty queue. */
export const createTimerQueue = (): TimerQueue => {
  const heap = new Heap();
  let order = 0;
  const remove = (timer: QueuedTimer): void => {
    if (timer.index < 0) return;
    const last = heap.items.pop();
    if (last !== undefined && last !== timer) {
      heap.put(last, timer.index);
      heap.rise(last);
      heap.sink(last);
    }
    timer.index = -1;
  };
  return {
    get size() {
      return heap.items.length;
    },
    head: () => heap.items[0],
    add: (at, action) => {
      const timer = { at, order: order++, action, index: heap.items.length };
      heap.put(timer, timer.index);
      heap.rise(timer);
      return timer;
    },
    take: () => {
      const first = heap.items[0];
      if (first !== undefined) remove(first);
      return first;
    },
    remove,
  };
};
