// Everything that is not the API's goes to the web application, unread.
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyReply, FastifyRequest } from 'fastify';

export type WebHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** True for what the API answers itself. */
export function isApiPath(url: string): boolean {
  const path = url.split('?', 1)[0] ?? '';
  return path === '/health' || path === '/ready' || path === '/api' || path.startsWith('/api/');
}

/** Lets the pages answer; what they throw before they have begun is one plain line with the request id. */
export async function handOver(web: WebHandler, request: FastifyRequest, reply: FastifyReply): Promise<void> {
  reply.hijack();
  try {
    await web(request.raw, reply.raw);
  } catch (error) {
    request.log.error({ err: error }, 'page failed');
    if (!reply.raw.headersSent) reply.raw.writeHead(500, { 'content-type': 'text/plain; charset=utf-8' });
    reply.raw.end(`The page could not be made. The log has the reason under ${request.id}.\n`);
  }
}

/** For a server without pages. */
export const apiOnly: WebHandler = async (request, response) => {
  const found = request.url === '/';
  response.writeHead(found ? 200 : 404, { 'content-type': 'text/plain; charset=utf-8' });
  response.end(
    `City Resource Graph runs without its pages. The API is at /api/v1, its reference at /api/v1/docs and /api/v1/redoc.\n`,
  );
};
