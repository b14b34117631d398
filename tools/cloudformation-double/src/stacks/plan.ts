import { isDeepStrictEqual } from 'node:util';
import { creationOrder, dependenciesOf } from '../template/creation-order.ts';
import { parameterValues } from '../template/parameters.ts';
import { knownAfterApply, presentResources, templateScope } from '../template/template-scope.ts';
import { requestOf } from './apply-resource.ts';
import { classify, deletionOrder, replaces, type Wanted } from './classify.ts';
import type { EngineParts } from './operation-run.ts';
import { templateOf } from './stack-directory.ts';
import type {
  PropertyChange,
  ResourceChange,
  ResourceRecord,
  StackContent,
  StackRecord,
} from './stack-record.ts';

type Resources = Readonly<Record<string, ResourceRecord>>;

/** What a stack's new content would change. */
export interface Plan {
  readonly changes: readonly ResourceChange[];
  /** Whether anything would be another: resources, outputs, tags. */
  readonly isEmpty: boolean;
}

/** Compares a stack as it is with new content; what is known only during the deployment counts as a change. */
export async function planChanges(
  parts: EngineParts,
  stack: Pick<StackRecord, 'id' | 'name' | 'content'>,
  content: StackContent,
): Promise<Plan> {
  const existing = livingResources(parts.directory.resources(stack.id));
  const changes = await resourceChanges(parts, { stack, content, existing });
  const before = templateOf(stack.content.body);
  const after = templateOf(content.body);
  const isEmpty =
    changes.length === 0 &&
    isDeepStrictEqual(before.Outputs, after.Outputs) &&
    isDeepStrictEqual(stack.content.tags, content.tags);
  return { changes, isEmpty };
}

/** The resources of a stack that are there. */
export const livingResources = (resources: Resources): Resources =>
  Object.fromEntries(
    Object.entries(resources).filter(
      ([, { physicalId, status }]) => physicalId !== '' && status !== 'DELETE_COMPLETE',
    ),
  );

interface Comparison {
  readonly stack: Pick<StackRecord, 'id' | 'name'>;
  readonly content: StackContent;
  readonly existing: Resources;
}

async function resourceChanges(
  { directory, ssm, dynamicReference }: EngineParts,
  { stack, content, existing }: Comparison,
): Promise<readonly ResourceChange[]> {
  const template = templateOf(content.body);
  const { region, accountId } = directory.place;
  const replaced = new Set<string>();
  const scope = templateScope({
    ...{ template, stack, region, accountId, dynamicReference },
    parameters: parameterValues(template, { given: content.parameters, ssm }),
    resource: (logicalId) => (replaced.has(logicalId) ? undefined : existing[logicalId]),
  });
  const needs = dependenciesOf(template, await presentResources(template, scope));
  const changes: ResourceChange[] = [];
  for (const logicalId of creationOrder(needs)) {
    const definition = template.Resources[logicalId];
    if (definition === undefined) continue;
    const after = await requestOf({ logicalId, definition, needs: [], scope }, stack);
    const change = changeOf(existing[logicalId], { ...after, logicalId });
    if (change === undefined) continue;
    if (change.replacement === 'True') replaced.add(logicalId);
    changes.push(change);
  }
  const gone = Object.values(existing).filter(({ logicalId }) => !needs.has(logicalId));
  return [...changes, ...deletionOrder(gone).map(removal)];
}

const removal = ({
  logicalId,
  physicalId,
  type,
  deletionPolicy,
  properties,
}: ResourceRecord): ResourceChange => ({
  action: 'Remove',
  logicalId,
  physicalId,
  type,
  policyAction: deletionPolicy === 'Delete' ? 'Delete' : 'Retain',
  properties: [],
  before: properties,
});

function changeOf(
  before: ResourceRecord | undefined,
  after: Wanted & { readonly logicalId: string },
): ResourceChange | undefined {
  const { action, changed } = classify(before, after);
  const { logicalId, type } = after;
  if (before === undefined)
    return { action: 'Add', logicalId, type, properties: [], after: after.properties };
  if (action === 'keep') return undefined;
  const properties = changed.map((name) => propertyChange(name, before, after));
  const isCertain = action === 'replace' && !properties.every(isUncertain);
  const replacement = action === 'update' ? 'False' : isCertain ? 'True' : 'Conditional';
  const retained = before.updateReplacePolicy !== 'Delete';
  return {
    action: 'Modify',
    logicalId,
    physicalId: before.physicalId,
    type,
    replacement,
    ...(action === 'replace' ? { policyAction: retained ? 'ReplaceAndRetain' : 'ReplaceAndDelete' } : {}),
    properties,
    before: before.properties,
    after: after.properties,
  };
}

/** Not a reason by itself to replace a resource: its value may turn out to be what it was. */
const isUncertain = ({ recreation, dynamic }: PropertyChange): boolean => dynamic || recreation === 'Never';

function propertyChange(name: string, before: Wanted, after: Wanted): PropertyChange {
  const dynamic =
    (JSON.stringify(after.properties[name]) as string | undefined)?.includes(knownAfterApply) === true;
  const always = dynamic ? 'Conditionally' : 'Always';
  return {
    name,
    recreation: replaces(after.type, name) ? always : 'Never',
    dynamic,
    before: before.properties[name],
    after: after.properties[name],
  };
}
