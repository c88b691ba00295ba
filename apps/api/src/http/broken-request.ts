// What comes over the socket and is no HTTP request: there is no request object, so the answer is written by hand.
import { randomUUID } from 'node:crypto';
import type { Socket } from 'node:net';
import { problemMediaType } from '@crg/api-contract/problem';
import { problem } from './problems.ts';

/** Answers a problem and closes the connection. */
export function answerBrokenRequest(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed || !socket.writable) {
    socket.destroy(error);
    return;
  }
  const requestId = randomUUID();
  const body = JSON.stringify(
    problem(
      'malformed_request',
      {
        expected: 'an HTTP/1.1 request',
        got: error.code === 'HPE_HEADER_OVERFLOW' ? 'headers of more than 16 KiB' : 'something else',
        next: 'Send the request again, with shorter headers.',
      },
      requestId,
    ),
  );
  const head = [
    'HTTP/1.1 400 Bad Request',
    `content-type: ${problemMediaType}`,
    `content-length: ${Buffer.byteLength(body)}`,
    `x-request-id: ${requestId}`,
    'connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}
