/** What a resource is asked to be. */
export interface ResourceRequest {
  readonly stackName: string;
  readonly stackId: string;
  readonly logicalId: string;
  readonly type: string;
  /** With all intrinsic functions carried out. */
  readonly properties: Readonly<Record<string, unknown>>;
  /** 0, and one more each time the resource is replaced: tells ids that AWS would choose apart. */
  readonly generation: number;
  /** How a change is made, e.g. gradually by CodeDeploy. */
  readonly updatePolicy?: Readonly<Record<string, unknown>> | undefined;
}

/** A resource that exists. */
export interface ExistingResource extends ResourceRequest {
  readonly physicalId: string;
  readonly attributes: Readonly<Record<string, unknown>>;
}

/** What a resource is known by once it exists. */
export interface MadeResource {
  /** What `Ref` gives. */
  readonly physicalId: string;
  /** What `Fn::GetAtt` gives. */
  readonly attributes?: Readonly<Record<string, unknown>>;
}

/** How a deployment goes on around a resource. */
export interface DeploymentContext {
  /** Whether a resource that is there already is taken over instead of refused. */
  readonly adopt: boolean;
  /** Whether a new version takes all traffic at once, whatever its update policy says. */
  readonly immediate: boolean;
  /** Ends when the operation is cancelled. */
  readonly signal: AbortSignal;
  /** Runs work that waits for simulated time: whoever asked for the operation is answered, and the clock may run. */
  waiting<T>(work: () => Promise<T>): Promise<T>;
}

type Now<T> = T | Promise<T>;

/** The services in which stacks make their resources. A failure is thrown; what is thrown is the reason of the event. */
export interface ResourceProvider {
  supports(type: string): boolean;
  /** @throws AwsError AlreadyExists when the name is taken */
  create(resource: ResourceRequest, context: DeploymentContext): Now<MadeResource>;
  /** Brings a resource to other properties, in place. `before` is what it was. */
  update(resource: ResourceRequest, before: ExistingResource, context: DeploymentContext): Now<MadeResource>;
  /** Removes a resource; one that is not there is no error. */
  remove(resource: ExistingResource): Now<void>;
  /** Makes a resource again that lives in memory, after a restart. */
  restore(resource: ExistingResource): Now<void>;
}
