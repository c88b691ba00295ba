// Which methods an address takes, so that a wrong method and a wrong address get different answers.
import type { FastifyInstance } from 'fastify';
import { RequestError, shortened } from './request-error.ts';

interface Address {
  readonly pattern: RegExp;
  readonly methods: Set<string>;
}

/** Collects the methods of every route registered on `app` from now on, by address. */
export function methodsOf(app: FastifyInstance): ReadonlyMap<string, Address> {
  const addresses = new Map<string, Address>();
  app.addHook('onRoute', ({ url, method }) => {
    const address = addresses.get(url) ?? { pattern: patternOf(url), methods: new Set() };
    addresses.set(url, address);
    for (const one of [method].flat()) address.methods.add(one);
  });
  return addresses;
}

/** Answers 405 with Allow where another method would do, else 404. */
export function refuseUnknownAddresses(app: FastifyInstance, addresses: ReadonlyMap<string, Address>): void {
  app.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?', 1)[0] ?? '';
    const address = [...addresses.values()].find(({ pattern }) => pattern.test(path));
    // A route that took the method and found nothing (a file) is an unknown address too.
    if (address === undefined || address.methods.has(request.method)) {
      throw new RequestError('route_not_found', {
        field: 'path',
        expected: 'an address of the API',
        got: shortened(path),
        next: 'The reference at /api/v1/docs lists them all.',
      });
    }
    const allowed = [...address.methods].sort().join(', ');
    reply.header('allow', allowed);
    throw new RequestError('method_not_allowed', {
      field: 'method',
      expected: allowed,
      got: request.method,
      next: 'Use one of the methods this address takes.',
    });
  });
}

function patternOf(url: string): RegExp {
  const escaped = url.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${escaped.replaceAll(/:\w+/g, '[^/]+').replaceAll('*', '.*')}$`);
}
