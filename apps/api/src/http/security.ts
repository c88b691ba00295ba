// What protects a server on the loopback interface that has no sign-in yet: other web sites must not reach it through a browser.
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { RequestError, shortened } from './request-error.ts';
import { isApiPath } from './web-handover.ts';

const loopbackNames = new Set(['127.0.0.1', 'localhost', '[::1]']);

/**
 * Refuses a request that was sent to another name than a loopback one: a foreign site can point its own name at 127.0.0.1
 * (DNS rebinding), but the browser then still sends that name.
 */
export function checkHost(host: string | undefined): void {
  const name = host?.replace(/:\d{1,5}$/, '').toLowerCase();
  if (name !== undefined && loopbackNames.has(name)) return;
  throw new RequestError('host_not_allowed', {
    field: 'host',
    expected: 'one of 127.0.0.1, localhost, [::1]',
    got: host === undefined || host === '' ? 'none' : shortened(host),
    next: 'Open the address that `crg start` printed.',
  });
}

/** Refuses a page of another site that calls this server from the browser of its user. */
export function checkOrigin(headers: IncomingMessage['headers']): void {
  const { origin } = headers;
  if (origin === undefined || origin === `http://${headers.host}`) return;
  throw new RequestError('host_not_allowed', {
    field: 'origin',
    expected: `http://${headers.host}`,
    got: shortened(origin),
    next: 'Pages of other sites may not call this server; call it from a program or from its own pages.',
  });
}

/** The caller's request id when it is one short word, else a new one. */
export function requestIdOf(request: Pick<IncomingMessage, 'headers'>): string {
  const given = request.headers['x-request-id'];
  return typeof given === 'string' && /^[A-Za-z0-9._-]{1,100}$/.test(given) ? given : randomUUID();
}

/** Content security policies by kind of answer; none of them lets anything load from another host. */
export const policies = {
  api: "default-src 'none'; frame-ancestors 'none'",
  // Next.js writes inline scripts and styles; MapLibre starts its workers from blobs.
  pages:
    "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; " +
    "worker-src 'self' blob:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
  // Swagger UI and ReDoc write inline styles; ReDoc searches in a worker made from a blob.
  reference:
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; " +
    "connect-src 'self'; worker-src 'self' blob:; base-uri 'none'; frame-ancestors 'none'",
} as const;

export type PolicyName = keyof typeof policies;

/** Which policy an address is answered with. */
export function policyOf(url: string): PolicyName {
  if (/^\/api\/v1\/(docs|redoc)(\/|\?|$)/.test(url)) return 'reference';
  return isApiPath(url) ? 'api' : 'pages';
}

/** Written on the raw response so that pages of the web application carry them too. */
export function setSecurityHeaders(response: ServerResponse, policy: PolicyName): void {
  response.setHeader('content-security-policy', policies[policy]);
  response.setHeader('x-content-type-options', 'nosniff');
  response.setHeader('referrer-policy', 'no-referrer');
  response.setHeader('cross-origin-opener-policy', 'same-origin');
  response.setHeader('cross-origin-resource-policy', 'same-origin');
  response.setHeader('x-frame-options', 'DENY');
}
