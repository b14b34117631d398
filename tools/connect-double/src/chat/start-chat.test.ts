import { StartChatContactCommand } from '@aws-sdk/client-connect';
import { connectWorld, type ConnectWorld, instanceId } from '../testing/connect-world.ts';

describe('StartChatContact', () => {
  let world: ConnectWorld;
  beforeEach(() => {
    world = connectWorld();
  });
  afterEach(() => world.close());

  const start = (input: object) =>
    world.client().send(
      new StartChatContactCommand({
        InstanceId: instanceId,
        ContactFlowId: 'chat-flow',
        ParticipantDetails: { DisplayName: 'Sam' },
        ...input,
      }),
    );

  it('gives the same chat for the same token while it goes on', async () => {
    await world.serve();
    const first = await start({ ClientToken: 'one' });
    expect(await start({ ClientToken: 'one' })).toMatchObject({
      ContactId: first.ContactId,
      ParticipantToken: first.ParticipantToken,
    });
    expect((await start({ ClientToken: 'two' })).ContactId).not.toBe(first.ContactId);
  });

  it.each([
    [{ ParticipantDetails: { DisplayName: '' } }, 'InvalidParameterException'],
    [{ ParticipantDetails: { DisplayName: 'x'.repeat(257) } }, 'InvalidParameterException'],
    [{ ChatDurationInMinutes: 59 }, 'InvalidParameterException'],
    [
      { InitialMessage: { ContentType: 'text/plain', Content: 'x'.repeat(1025) } },
      'InvalidParameterException',
    ],
    [{ SupportedMessagingContentTypes: ['text/markdown'] }, 'InvalidParameterException'],
    [{ SupportedMessagingContentTypes: ['text/plain', 'text/html'] }, 'InvalidParameterException'],
    [{ Attributes: { 'a b': '1' } }, 'InvalidParameterException'],
    [{ Attributes: { a: 'x'.repeat(32_768) } }, 'InvalidParameterException'],
    [{ ContactFlowId: 'none' }, 'ResourceNotFoundException'],
    [{ PersistentChat: { SourceContactId: 'c' } }, 'ValidationException'],
  ])('refuses %j', async (input, name) => {
    await world.serve();
    await expect(start(input)).rejects.toMatchObject({ name });
  });

  it('has room for so many chats, and is asked so often', async () => {
    await world.serve({ maxActiveChats: 1 });
    await start({ ClientToken: 'one' });
    await expect(start({ ClientToken: 'two' })).rejects.toMatchObject({ name: 'LimitExceededException' });
    await Promise.allSettled(Array.from({ length: 6 }, () => start({ ClientToken: 'one' })));
    await expect(start({ ClientToken: 'one' })).rejects.toMatchObject({ name: 'TooManyRequestsException' });
  });
});
