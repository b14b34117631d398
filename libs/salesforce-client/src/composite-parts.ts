import { SalesforceResponseError } from './errors.ts';
import { createCall, getCall, updateCall, upsertCall } from './record-calls.ts';
import type { RecordCall, RecordOf, Saved, Upsert } from './record-calls.ts';
import { isReference } from './reference.ts';
import type { FieldNameOf, FieldsOf } from './schema/typed-fields.ts';

/** One call inside a composite; `T` is what it gives. Made by {@link part}. */
export interface CompositePart<T> {
  readonly call: RecordCall<T>;
  /** Names of the parts that it refers to. */
  readonly dependsOn: readonly string[];
  /** Whether its answer has a body that others can refer to. */
  readonly canBeReferredTo: boolean;
}

const partOf = <T>(call: RecordCall<T>, fields: object): CompositePart<T> => ({
  call,
  dependsOn: Object.values(fields).flatMap((value: unknown) => (isReference(value) ? [value.part] : [])),
  canBeReferredTo: true,
});

/** Makes the parts of a composite; values may be references to earlier parts. */
export const part = {
  upsert<O extends string>(object: O, upsert: Upsert<O>): CompositePart<Saved> {
    const call = upsertCall(object, upsert, 'composite');
    return partOf(
      { ...call, read: (answer) => call.read(answer) ?? noId(object) },
      { ...upsert.fields, ...upsert.onCreate },
    );
  },
  create: <O extends string>(object: O, fields: FieldsOf<O>): CompositePart<Saved> =>
    partOf(createCall(object, fields, 'composite'), fields),
  /** Its answer has no body: use the id you have instead of a reference to it. */
  update: <O extends string>(object: O, id: string, fields: FieldsOf<O>): CompositePart<Saved> => ({
    ...partOf(updateCall(object, { id, fields }, 'composite'), fields),
    canBeReferredTo: false,
  }),
  get: <O extends string, N extends FieldNameOf<O>>(
    object: O,
    id: string,
    fields: readonly N[],
  ): CompositePart<RecordOf<N>> => partOf(getCall(object, id, fields), {}),
} as const;

function noId(object: string): never {
  throw new SalesforceResponseError(
    `Salesforce: upsert ${object} gave no id: use API version v46.0 or later.`,
    {},
  );
}
