import * as fc from 'fast-check';
import { matchRoute } from './match-route.ts';

const routes = [
  'GET /pets/dog/1',
  'GET /pets/dog/{id}',
  'GET /pets/{proxy+}',
  'ANY /pets/dog/{id}',
  'ANY /{proxy+}',
  '$default',
].map((key) => ({ key }));
const keyFor = (method: string, path: string, among = routes) => matchRoute(among, method, path)?.route.key;

describe('the route of a request', () => {
  it.each([
    ['GET', '/pets/dog/1', 'GET /pets/dog/1'],
    ['GET', '/pets/dog/2', 'GET /pets/dog/{id}'],
    ['PUT', '/pets/dog/2', 'ANY /pets/dog/{id}'],
    ['GET', '/pets/cat/1', 'GET /pets/{proxy+}'],
    ['POST', '/test/5', 'ANY /{proxy+}'],
    ['GET', '/', '$default'],
  ])('%s %s is %s', (method, path, expected) => {
    expect(keyFor(method, path)).toBe(expected);
  });

  it('needs the whole path, to the letter', () => {
    const few = [{ key: 'GET /a/{b}' }];
    for (const path of ['/a', '/a/', '/a/b/', '/a/b/c', '/A/b', '/a//'])
      expect(keyFor('GET', path, few)).toBeUndefined();
    expect(keyFor('POST', '/a/b', few)).toBeUndefined();
  });

  it('gives parameters decoded', () => {
    const found = matchRoute([{ key: 'GET /a/{one}/{rest+}' }], 'GET', '/a/x%20y/1/%2B2');
    expect(found?.parameters).toEqual({ one: 'x y', rest: '1/+2' });
  });

  it('does not depend on the order of routes', () => {
    const path = fc.constantFrom('/pets/dog/1', '/pets/dog/2', '/pets/cat/1', '/x', '/');
    fc.assert(
      fc.property(fc.shuffledSubarray(routes, { minLength: 6 }), path, (shuffled, asked) => {
        expect(keyFor('GET', asked, shuffled)).toBe(keyFor('GET', asked));
      }),
    );
  });
});
