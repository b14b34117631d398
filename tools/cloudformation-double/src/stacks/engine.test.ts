import * as fc from 'fast-check';
import { createMemoryStore } from '@atlas-engine/simulation';
import { contentOf, parameter, queue, testCloudFormation, topic } from '../testing/test-cloudformation.ts';

describe('the creation of a stack', () => {
  it('makes each resource after those that it needs, and gives what they are known by', async () => {
    const { deploy, done, existing } = testCloudFormation();
    const stack = await deploy('a', {
      Resources: {
        A: parameter({ Ref: 'B' }, { DependsOn: 'C' }),
        B: topic({ DisplayName: { 'Fn::Sub': 'x-${D.Arn}' } }),
        C: queue(),
        D: queue({ QueueName: 'd' }),
      },
      Outputs: { Id: { Value: { 'Fn::GetAtt': ['D', 'Arn'] }, Description: 'the queue' } },
    });
    expect(stack).toMatchObject({
      status: 'CREATE_COMPLETE',
      outputs: [{ key: 'Id', value: 'arn:d', description: 'the queue' }],
    });
    expect(done()).toEqual(['create C', 'create D', 'create B', 'create A']);
    expect(existing.get('a-B-0')?.properties).toEqual({ DisplayName: 'x-arn:d' });
    expect(existing.get('a-A-0')?.properties).toMatchObject({ Value: 'a-B-0' });
  });

  it('leaves out what a condition leaves out', async () => {
    const { deploy, done } = testCloudFormation();
    await deploy('a', {
      Conditions: { Never: { 'Fn::Equals': ['a', 'b'] } },
      Resources: { A: queue(), B: queue({}, { Condition: 'Never' }) },
    });
    expect(done()).toEqual(['create A']);
  });

  it('that fails takes everything away again, but for what is to be retained, and says why', async () => {
    const { deploy, failing, existing, events, stacks } = testCloudFormation();
    failing.add('C');
    const stack = await deploy('a', {
      Resources: {
        Kept: queue({ QueueName: 'kept' }, { DeletionPolicy: 'Retain' }),
        New: queue({ QueueName: 'new' }, { DeletionPolicy: 'RetainExceptOnCreate', DependsOn: 'Kept' }),
        C: queue({}, { DependsOn: 'New' }),
      },
    });
    expect(stack).toMatchObject({ status: 'ROLLBACK_COMPLETE' });
    expect([...existing.keys()]).toEqual(['kept']);
    expect(events('a').slice(-8)).toEqual([
      'C CREATE_IN_PROGRESS',
      'C CREATE_FAILED',
      'a ROLLBACK_IN_PROGRESS',
      'C DELETE_COMPLETE',
      'New DELETE_IN_PROGRESS',
      'New DELETE_COMPLETE',
      'Kept DELETE_SKIPPED',
      'a ROLLBACK_COMPLETE',
    ]);
    const reasons = stacks.events(stack.id).flatMap(({ reason = '' }) => (reason === '' ? [] : [reason]));
    expect(reasons).toEqual([
      'User Initiated',
      'Resource handler returned message: "planted failure" (HandlerErrorCode: InvalidRequest)',
      'The following resource(s) failed to create: [C]. Rollback requested by user.',
    ]);
  });

  it('fails when a name is used by somebody else, and leaves that alone', async () => {
    const { deploy, existing, done } = testCloudFormation();
    await deploy('a', { Resources: { A: queue({ QueueName: 'q' }) } });
    const second = await deploy('b', { Resources: { B: queue({ QueueName: 'q' }) } });
    expect(second.status).toBe('ROLLBACK_COMPLETE');
    expect([existing.size, done()]).toEqual([1, ['create A', 'create B']]);
  });

  it.each<[string, object, string]>([
    [
      'an unknown property',
      { A: queue({ Colour: 'red' }) },
      'A (AWS::SQS::Queue) with message:\n#: extraneous key [Colour] is not permitted',
    ],
    [
      'a property of a wrong type',
      { A: queue({ DelaySeconds: 'long' }) },
      '#/DelaySeconds: expected type: Integer, found: String',
    ],
    [
      'a nested property of a wrong type',
      { A: topic({ Subscription: [{ Endpoint: [], Protocol: 'sqs' }] }) },
      '#/Subscription/0/Endpoint: expected type: String, found: JSONArray',
    ],
    [
      'a property that is missing',
      { A: { Type: 'AWS::SSM::Parameter', Properties: { Type: 'String' } } },
      '#: required key [Value] not found',
    ],
    [
      'an unknown type',
      { A: { Type: 'AWS::Kinesis::Stream' } },
      'Unrecognized resource types: [AWS::Kinesis::Stream]',
    ],
    [
      'a reference to nothing',
      { A: parameter({ Ref: 'B' }) },
      'Unresolved resource dependencies [B] in the Resources block',
    ],
    ['a dependency on nothing', { A: queue({}, { DependsOn: 'B' }) }, 'Unresolved resource dependencies [B]'],
    [
      'a circle',
      { A: queue({}, { DependsOn: 'B' }), B: parameter({ Ref: 'A' }) },
      'Circular dependency between resources: [A, B]',
    ],
    [
      'an unknown attribute of a resource',
      { A: { ...queue(), Colour: 'red' } },
      'Colour is not known, or not supported',
    ],
    [
      'a role with a name, which nobody acknowledged',
      { A: { Type: 'AWS::IAM::Role', Properties: { RoleName: 'r', AssumeRolePolicyDocument: {} } } },
      'Requires capabilities : [CAPABILITY_NAMED_IAM]',
    ],
  ])('is refused before anything changes with %s', async (_what, Resources, message) => {
    const { deploy, done, stacks } = testCloudFormation();
    await expect(deploy('a', { Resources })).rejects.toThrow(message);
    expect([done(), stacks.all()]).toEqual([[], []]);
  });
});

describe('the update of a stack', () => {
  const first = {
    Resources: {
      A: queue({ QueueName: 'a', DelaySeconds: 1 }),
      B: topic({ TopicName: 'b', DisplayName: { Ref: 'A' } }),
    },
  };

  it('changes in place what can be, replaces what cannot, and takes away what is gone', async () => {
    const { deploy, done, existing, events } = testCloudFormation();
    await deploy('s', { Resources: { ...first.Resources, C: queue({ QueueName: 'c' }) } });
    done();
    const stack = await deploy('s', {
      Resources: {
        A: queue({ QueueName: 'a2', DelaySeconds: 1 }),
        B: topic({ TopicName: 'b', DisplayName: { Ref: 'A' } }),
        D: queue({ QueueName: 'd' }),
      },
    });
    expect(stack.status).toBe('UPDATE_COMPLETE');
    expect(done()).toEqual(['create A', 'update B', 'create D', 'remove A', 'remove C']);
    expect([...existing.keys()].toSorted()).toEqual(['a2', 'b', 'd']);
    expect(existing.get('b')?.properties).toEqual({ TopicName: 'b', DisplayName: 'a2' });
    expect(events('s').slice(-6)).toEqual([
      's UPDATE_COMPLETE_CLEANUP_IN_PROGRESS',
      'A DELETE_IN_PROGRESS',
      'A DELETE_COMPLETE',
      'C DELETE_IN_PROGRESS',
      'C DELETE_COMPLETE',
      's UPDATE_COMPLETE',
    ]);
  });

  it('that changes nothing is refused', async () => {
    const { deploy, done } = testCloudFormation();
    await deploy('s', first);
    done();
    await expect(deploy('s', { ...first, Description: 'other' })).rejects.toThrow(
      'No updates are to be performed.',
    );
    expect(done()).toEqual([]);
  });

  it('of tags or outputs alone is an update', async () => {
    const { deploy } = testCloudFormation();
    await deploy('s', first);
    const tags = [{ Key: 'a', Value: 'b' }];
    expect((await deploy('s', first, { tags })).status).toBe('UPDATE_COMPLETE');
    const Outputs = { Q: { Value: { Ref: 'A' } } };
    expect((await deploy('s', { ...first, Outputs }, { tags })).outputs).toEqual([{ key: 'Q', value: 'a' }]);
  });

  it('that fails brings everything back as it was', async () => {
    const { deploy, failing, existing, stacks, done } = testCloudFormation();
    const before = await deploy('s', first);
    const resources = stacks.resources(before.id);
    done();
    failing.add('Z');
    const after = await deploy('s', {
      Resources: {
        A: queue({ QueueName: 'a2', DelaySeconds: 1 }),
        B: topic({ TopicName: 'b', DisplayName: { Ref: 'A' } }),
        C: queue({ QueueName: 'c' }),
        Z: queue({ QueueName: 'z' }, { DependsOn: ['B', 'C'] }),
      },
    });
    expect(after.status).toBe('UPDATE_ROLLBACK_COMPLETE');
    expect(after.content).toEqual(before.content);
    expect(done()).toEqual([
      ...['create A', 'update B', 'create C', 'create Z'],
      ...['remove C', 'update B', 'remove A'],
    ]);
    expect([...existing.keys()].toSorted()).toEqual(['a', 'b']);
    expect(existing.get('b')?.properties).toEqual({ TopicName: 'b', DisplayName: 'a' });
    const essence = (all: typeof resources) =>
      Object.values(all).map(({ logicalId, physicalId, properties }) => ({
        logicalId,
        physicalId,
        properties,
      }));
    expect(essence(stacks.resources(after.id))).toEqual(essence(resources));
  });

  it('cannot replace a resource under the same name', async () => {
    const { deploy, stacks } = testCloudFormation();
    await deploy('s', {
      Resources: { A: topic({ TopicName: 't' }), B: queue({ QueueName: 'q', FifoQueue: false }) },
    });
    const stack = await deploy('s', {
      Resources: { A: topic({ TopicName: 't' }), B: queue({ QueueName: 'q', FifoQueue: true }) },
    });
    expect(stack.status).toBe('UPDATE_ROLLBACK_COMPLETE');
    expect(stacks.events(stack.id).map(({ reason }) => reason)).toContain(
      'CloudFormation cannot update a stack when a custom-named resource requires replacing. Rename the resource and update the stack again.',
    );
  });

  it('leaves what is to be retained when it is replaced or gone', async () => {
    const { deploy, existing } = testCloudFormation();
    const kept = { UpdateReplacePolicy: 'Retain', DeletionPolicy: 'Retain' };
    await deploy('s', {
      Resources: { A: queue({ QueueName: 'a' }, kept), B: queue({ QueueName: 'b' }, kept) },
    });
    await deploy('s', { Resources: { A: queue({ QueueName: 'a2' }, kept) } });
    expect([...existing.keys()].toSorted()).toEqual(['a', 'a2', 'b']);
  });
});

describe('the deletion of a stack', () => {
  it('removes each resource before those that it needs, and leaves what is to be retained', async () => {
    const { deploy, engine, done, existing, stacks, events } = testCloudFormation();
    const { id } = await deploy('s', {
      Resources: {
        A: parameter({ Ref: 'B' }),
        B: queue({ QueueName: 'b' }, { DependsOn: 'C' }),
        C: queue({ QueueName: 'c' }, { DeletionPolicy: 'Retain' }),
      },
    });
    done();
    await engine.remove('s');
    expect(done()).toEqual(['remove A', 'remove B']);
    expect([...existing.keys()]).toEqual(['c']);
    expect(stacks.find('s')).toBeUndefined();
    expect(stacks.get(id)).toMatchObject({ status: 'DELETE_COMPLETE' });
    expect(() => events('s')).toThrow('Stack with id s does not exist');
    expect(stacks.events(id).map(({ status }) => status)).toContain('DELETE_SKIPPED');
    expect(stacks.resources(id)['C']).toMatchObject({ physicalId: 'c', status: 'DELETE_SKIPPED' });
  });

  it('goes on after a resource that could not be removed, and can be tried again', async () => {
    const { deploy, engine, failing, stacks, existing } = testCloudFormation();
    await deploy('s', { Resources: { A: queue(), B: queue() } });
    failing.add('remove B');
    await engine.remove('s');
    expect(stacks.get('s')).toMatchObject({
      status: 'DELETE_FAILED',
      statusReason: 'The following resource(s) failed to delete: [B]. ',
    });
    expect(existing.size).toBe(1);
    failing.clear();
    await engine.remove('s');
    expect([stacks.find('s'), existing.size]).toEqual([undefined, 0]);
  });

  it('is refused while the stack is protected', async () => {
    const { engine, stacks } = testCloudFormation();
    const options = { terminationProtection: true };
    const { running } = await engine.create('s', contentOf({ Resources: { A: queue() } }), options);
    await running.finished;
    await expect(engine.remove('s')).rejects.toThrow(
      'cannot be deleted while TerminationProtection is enabled',
    );
    stacks.save({ ...stacks.get('s'), terminationProtection: false });
    await engine.remove('s');
    expect(stacks.find('s')).toBeUndefined();
  });
});

describe('an operation that waits for simulated time', () => {
  it('answers who asked for it, lets no other begin, and goes on', async () => {
    const { engine, stacks, holdUp } = testCloudFormation();
    const goOn = holdUp();
    const content = contentOf({ Resources: { A: queue(), B: queue() } });
    const { running } = await engine.create('s', content);
    await running.answered;
    expect(stacks.get('s').status).toBe('CREATE_IN_PROGRESS');
    await expect(engine.update('s', content)).rejects.toThrow(
      'is in CREATE_IN_PROGRESS state and can not be updated',
    );
    await expect(engine.remove('s')).rejects.toThrow('can not be deleted');
    goOn();
    await running.finished;
    expect(stacks.get('s').status).toBe('CREATE_COMPLETE');
  });

  it('is taken back when it is cancelled', async () => {
    const { deploy, engine, stacks, holdUp } = testCloudFormation();
    await deploy('s', { Resources: { A: queue({ DelaySeconds: 1 }), B: queue() } });
    const goOn = holdUp();
    const next = contentOf({ Resources: { A: queue({ DelaySeconds: 2 }), B: queue({ DelaySeconds: 2 }) } });
    const { running } = await engine.update('s', next);
    await running.answered;
    engine.cancelUpdate('s');
    goOn();
    await running.finished;
    expect(stacks.get('s').status).toBe('UPDATE_ROLLBACK_COMPLETE');
  });

  it('goes on after the process was killed in the middle of it', async () => {
    const store = createMemoryStore();
    const before = testCloudFormation({ store });
    await before.deploy('s', { Resources: { A: queue({ QueueName: 'a', DelaySeconds: 1 }) } });
    before.holdUp();
    const next = {
      Resources: { A: queue({ QueueName: 'a', DelaySeconds: 2 }), B: queue({ QueueName: 'b' }) },
    };
    await (
      await before.engine.update('s', contentOf(next))
    ).running.answered;

    const after = testCloudFormation({ store });
    await after.engine.restore();
    expect(after.restored).toEqual(['A']);
    await Promise.all(after.engine.resume().map(({ finished }) => finished));
    expect(after.stacks.get('s').status).toBe('UPDATE_COMPLETE');
    expect(after.done()).toEqual(['update A', 'create B']);
    expect(after.engine.resume()).toEqual([]);
  });
});

describe('any two templates', () => {
  const names = ['A', 'B', 'C', 'D'] as const;
  const template = fc
    .subarray([...names], { minLength: 1 })
    .chain((present) =>
      fc.tuple(
        ...present.map((name, index) =>
          fc.record({
            name: fc.constant(name),
            delay: fc.integer({ min: 0, max: 1 }),
            suffix: fc.constantFrom('', '2'),
            needs: fc.subarray(present.slice(0, index)),
          }),
        ),
      ),
    )
    .map((resources) => ({
      Resources: Object.fromEntries(
        resources.map(({ name, delay, suffix, needs }) => [
          name,
          queue({ QueueName: `${name}${suffix}`, DelaySeconds: delay }, { DependsOn: needs }),
        ]),
      ),
    }));
  const queuesOf = ({ Resources }: { Resources: Record<string, { Properties: object }> }) =>
    Object.values(Resources).map(({ Properties }) => Properties);

  it('are deployed one after the other to the same as the second alone, or back to the first', async () => {
    await fc.assert(
      fc.asyncProperty(template, template, fc.boolean(), async (one, two, fails) => {
        const { deploy, existing, failing } = testCloudFormation();
        await deploy('s', one);
        failing.add('Z');
        const last = { Z: queue({ QueueName: 'z' }, { DependsOn: Object.keys(two.Resources) }) };
        const second = { Resources: { ...two.Resources, ...(fails ? last : {}) } };
        const stack = await deploy('s', second).catch(() => undefined);
        const expected = stack?.status === 'UPDATE_ROLLBACK_COMPLETE' ? one : two;
        const real = [...existing.values()].map(({ properties }) => properties);
        const order = (list: readonly object[]) => list.map((item) => JSON.stringify(item)).toSorted();
        expect(order(real)).toEqual(order(queuesOf(expected)));
      }),
      { numRuns: 60 },
    );
  });
});
