import { createManualClock, createMemoryStore } from '@atlas-engine/simulation';
import { openPort } from './open-port.ts';
import { OptionError } from './option-error.ts';

describe('the port', () => {
  it('that is in use is refused by its number', async () => {
    const options = { services: [], clock: createManualClock(), store: createMemoryStore() };
    const first = await openPort({ ...options, port: 0 });
    const second = openPort({ ...options, port: first.port });
    await expect(second).rejects.toBeInstanceOf(OptionError);
    await expect(second).rejects.toMatchObject({
      message: `--port: ${first.port} is in use (EADDRINUSE); choose another, or 0 for any free one`,
    });
    await first.close();
  });
});
