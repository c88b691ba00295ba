// Asks a server one address after the other over one kept connection, and tells how long the answers took.
import { Agent, request } from 'node:http';

export interface Figures {
  readonly requests: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly slowest: number;
  /** Mean size of an answer. */
  readonly kilobytes: number;
}

export interface Asked {
  readonly path: string;
  /** JSON of a POST; a GET when not given. */
  readonly body?: unknown;
}

export class Client {
  readonly #port: number;
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 1 });

  constructor(port: number) {
    this.#port = port;
  }

  /** @throws Error when the answer is not a success */
  async json<T>(asked: Asked): Promise<T> {
    return JSON.parse((await this.#ask(asked)).text) as T;
  }

  /** Milliseconds from the first byte sent to the last byte received, of all requests. */
  async time(requests: readonly Asked[], look: (text: string) => void = () => {}): Promise<Figures> {
    const took: number[] = [];
    let bytes = 0;
    for (const asked of requests) {
      const { milliseconds, text } = await this.#ask(asked);
      took.push(milliseconds);
      bytes += Buffer.byteLength(text);
      look(text);
    }
    return { ...figuresOf(took), kilobytes: bytes / requests.length / 1000 };
  }

  close(): void {
    this.#agent.destroy();
  }

  #ask({ path, body }: Asked): Promise<{ milliseconds: number; text: string }> {
    return new Promise((resolve, reject) => {
      const started = performance.now();
      const sent = request(
        {
          host: '127.0.0.1',
          port: this.#port,
          path,
          agent: this.#agent,
          method: body === undefined ? 'GET' : 'POST',
          headers: body === undefined ? {} : { 'content-type': 'application/json' },
        },
        async (answer) => {
          const pieces: Buffer[] = [];
          for await (const piece of answer) pieces.push(piece as Buffer);
          const milliseconds = performance.now() - started;
          const text = Buffer.concat(pieces).toString();
          const fine = answer.statusCode !== undefined && answer.statusCode < 300;
          if (fine) resolve({ milliseconds, text });
          else reject(new Error(`Expected an answer to ${path}, got ${answer.statusCode}: ${text.slice(0, 300)}`));
        },
      );
      sent.on('error', reject);
      sent.end(body === undefined ? undefined : JSON.stringify(body));
    });
  }
}

export function figuresOf(took: readonly number[]): Omit<Figures, 'kilobytes'> {
  const sorted = took.toSorted((a, b) => a - b);
  return {
    requests: sorted.length,
    p50: percentile(sorted, 0.5),
    p95: percentile(sorted, 0.95),
    p99: percentile(sorted, 0.99),
    slowest: percentile(sorted, 1),
  };
}

/** @param sorted ascending, not empty */
export function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] as number;
}
