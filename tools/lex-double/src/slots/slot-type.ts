/** What a slot was filled with. `interpretedValue` is null when the words may mean several of `resolvedValues`. */
export interface SlotValue {
  readonly originalValue: string;
  readonly interpretedValue: string | null;
  readonly resolvedValues: readonly string[];
}

/** What the meaning of words depends on. */
export interface Circumstances {
  /** Epoch milliseconds. */
  readonly now: number;
  /** IANA name; UTC unless the client says otherwise. */
  readonly timeZone: string;
  readonly localeId: string;
}

/** A value somewhere in a text. */
export interface FoundValue {
  readonly value: SlotValue;
  readonly start: number;
  readonly end: number;
}

export interface SlotType {
  /** The value, when the text as a whole is one; words around it that mean nothing are allowed. */
  read(text: string, circumstances: Circumstances): SlotValue | undefined;
  /** Values inside a longer text. Absent where any words would do (names, free text). */
  find?(text: string, circumstances: Circumstances): readonly FoundValue[];
}

/** A value that was understood in one way. */
export const plainValue = (originalValue: string, interpretedValue = originalValue): SlotValue => ({
  originalValue,
  interpretedValue,
  resolvedValues: [interpretedValue],
});
