import type { Collection, StateStore } from '@atlas-engine/simulation';
import type { JsonObject } from '../json.ts';

/** What an update of a state machine can change, and a version keeps. */
export interface Revision {
  readonly definition: string;
  readonly roleArn: string;
  readonly loggingConfiguration: JsonObject;
  readonly tracingConfiguration: JsonObject;
  readonly encryptionConfiguration: JsonObject;
  /** Absent until the first update that changes something. */
  readonly revisionId?: string;
  /** Counts changes, so that a version knows whether it is of the present revision. */
  readonly revisionNumber: number;
}

/** A state machine. Times are epoch milliseconds. */
export interface MachineRow extends Revision {
  readonly arn: string;
  readonly name: string;
  readonly status: 'ACTIVE' | 'DELETING';
  readonly creationDate: number;
  readonly updateDate: number;
  readonly lastVersion: number;
  readonly tags: Readonly<Record<string, string>>;
}

/** A published version: a revision that does not change any more. */
export interface VersionRow extends Revision {
  readonly arn: string;
  readonly machineArn: string;
  readonly number: number;
  readonly creationDate: number;
  readonly description?: string;
}

export interface Route {
  readonly stateMachineVersionArn: string;
  readonly weight: number;
}

/** A name for one version, or for two with weights. */
export interface AliasRow {
  readonly arn: string;
  readonly machineArn: string;
  readonly name: string;
  readonly description?: string;
  readonly routes: readonly Route[];
  readonly creationDate: number;
  readonly updateDate: number;
}

/** State machines with their versions and aliases, by ARN. */
export interface Registry {
  readonly machines: Collection<MachineRow>;
  readonly versions: Collection<VersionRow>;
  readonly aliases: Collection<AliasRow>;
}

export const openRegistry = (store: StateStore): Registry => ({
  machines: store.collection('states/machines'),
  versions: store.collection('states/versions'),
  aliases: store.collection('states/aliases'),
});

/** Versions of a state machine, newest first. */
export const versionsOf = ({ versions }: Registry, machineArn: string): VersionRow[] =>
  [...versions.values()].filter((row) => row.machineArn === machineArn).sort((a, b) => b.number - a.number);

/** Aliases of a state machine, oldest first. */
export const aliasesOf = ({ aliases }: Registry, machineArn: string): AliasRow[] =>
  [...aliases.values()].filter((row) => row.machineArn === machineArn);
