// Where pages find the API while the server renders them. Same process, so the address travels through one global slot:
// Next bundles its own copy of every module, and a module variable set by the host would not be seen inside a page.
const slot = Symbol.for('crg.web.api-origin');

export function announceApi(origin: string): void {
  (globalThis as Record<symbol, unknown>)[slot] = origin;
}

/** @throws Error when the pages run without a host that announced its API */
export function apiOrigin(): string {
  const origin = (globalThis as Record<symbol, unknown>)[slot];
  if (typeof origin !== 'string') {
    throw new Error('Expected the address of the API, got none. Start the pages through prepareWeb or `crg start`.');
  }
  return origin;
}
