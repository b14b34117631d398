interface Shown {
  readonly contacts: readonly {
    readonly contactId: string;
    readonly connections: readonly {
      readonly connectionId: string;
      readonly state: { readonly type: string };
    }[];
  }[];
}

/** Somebody who has been put on hold, or taken off it. */
export interface HoldChange {
  readonly participantId: string;
  readonly contactId: string;
  readonly isOnHold: boolean;
}

/** Remembers who is on hold, and says what has changed with each snapshot. */
export function createHolds() {
  let onHold: ReadonlySet<string> = new Set();
  return {
    has: (participantId: string): boolean => onHold.has(participantId),
    heed(snapshot: unknown): readonly HoldChange[] {
      const parties = (snapshot as Shown).contacts.flatMap(({ contactId, connections }) =>
        connections.map(({ connectionId, state }) => ({
          participantId: connectionId,
          contactId,
          isOnHold: state.type === 'hold',
        })),
      );
      const changes = parties.filter(({ participantId, isOnHold }) => isOnHold !== onHold.has(participantId));
      onHold = new Set(parties.filter(({ isOnHold }) => isOnHold).map(({ participantId }) => participantId));
      return changes;
    },
  };
}
